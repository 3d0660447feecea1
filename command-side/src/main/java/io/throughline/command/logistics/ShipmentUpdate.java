package io.throughline.command.logistics;

import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of one shipment, whatever its words for it, and whether it told by itself or
 * was asked.
 *
 * @param messageId the provider's id of the message: the same message may come twice
 * @param parcelId the provider's own id of the parcel that this is about; null: of all of it
 * @param parcels those that left by now, as far as this tells of them, as the provider counted
 *     them; empty where it does not say
 * @param at when it happened, in business time (UTC)
 */
public record ShipmentUpdate(
    String messageId,
    ShipmentId shipmentId,
    Kind kind,
    @Nullable String carrier,
    @Nullable String trackingNumber,
    @Nullable String reason,
    @Nullable String parcelId,
    List<CountedParcel> parcels,
    Instant at)
    implements ProviderUpdate {

  /** Of which nobody says how much it is. */
  public ShipmentUpdate(
      String messageId,
      ShipmentId shipmentId,
      Kind kind,
      @Nullable String carrier,
      @Nullable String trackingNumber,
      @Nullable String reason,
      Instant at) {
    this(messageId, shipmentId, kind, carrier, trackingNumber, reason, null, List.of(), at);
  }

  ShipmentUpdate with(List<CountedParcel> counted) {
    return new ShipmentUpdate(
        messageId, shipmentId, kind, carrier, trackingNumber, reason, parcelId, counted, at);
  }

  /** Of one parcel alone; of all, where the id is empty. */
  public ShipmentUpdate ofParcel(String id) {
    return new ShipmentUpdate(
        messageId,
        shipmentId,
        kind,
        carrier,
        trackingNumber,
        reason,
        id.isEmpty() ? null : id,
        parcels,
        at);
  }

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
