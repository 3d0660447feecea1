package io.throughline.command.logistics;

import io.throughline.kernel.fulfilment.ShipmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's webhook says of one shipment, whatever the provider's words for it.
 *
 * @param messageId the provider's id of the message: the same message may come twice
 * @param at when it happened, in business time (UTC)
 */
public record ShipmentUpdate(
    String messageId,
    ShipmentId shipmentId,
    Kind kind,
    @Nullable String carrier,
    @Nullable String trackingNumber,
    @Nullable String reason,
    Instant at) {

  /**
   * How far the shipment has come. A later kind implies the earlier ones, for messages come in any
   * order.
   */
  public enum Kind {
    PICKED,
    SHIPPED,
    DELAYED,
    DELIVERED
  }
}
