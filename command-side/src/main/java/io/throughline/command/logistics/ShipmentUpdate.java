package io.throughline.command.logistics;

import io.throughline.kernel.fulfilment.ShipmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of one shipment, whatever its words for it, and whether it told by itself or
 * was asked.
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
    Instant at)
    implements ProviderUpdate {

  /** What happened. Messages come in any order: a later milestone implies the earlier ones. */
  public enum Kind {
    PICKED,
    /** The provider keeps the goods back, for a reason of its own or on our wish. */
    ON_HOLD,
    SHIPPED,
    /** The carrier met an obstacle; it may still deliver. */
    DELAYED,
    OUT_FOR_DELIVERY,
    /** The carrier broke it, and will not deliver it. */
    DAMAGED,
    DELIVERED,
    RETURNED_TO_SENDER
  }
}
