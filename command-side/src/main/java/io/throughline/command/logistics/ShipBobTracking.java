package io.throughline.command.logistics;

import io.throughline.command.logistics.CarrierTracking.Tracking;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A shipment as ShipBob's API shows it, read as its messages would have told it. The names of the
 * status details, that they bear times, and where the units that left stand, were not checked
 * against the vendor. Pure.
 */
final class ShipBobTracking {
  private ShipBobTracking() {}

  /**
   * @throws IllegalArgumentException if it is no such order
   */
  static Tracking of(ShipmentId shipmentId, JsonNode order) {
    var updates = new ArrayList<ShipmentUpdate>();
    var parcels = new ArrayList<CountedParcel>();
    for (var shipment : order.path("shipments")) {
      var told = updates(shipmentId, shipment);
      var parcel = shipment.path("id").asString("");
      told.forEach(it -> updates.add(it.ofParcel(parcel)));
      if (told.stream().anyMatch(it -> it.kind() == Kind.SHIPPED)) {
        parcels.addAll(parcel(shipment));
      }
    }
    updates.replaceAll(it -> it.kind() == Kind.SHIPPED ? it.with(List.copyOf(parcels)) : it);
    return new Tracking(
        order.path("shipments").path(0).path("status").asString("unknown"), List.copyOf(updates));
  }

  private static List<ShipmentUpdate> updates(ShipmentId shipmentId, JsonNode shipment) {
    var tracking = shipment.path("tracking");
    var changedAt = instant(Payload.text(shipment, "last_update_at"));
    var updates = new ArrayList<ShipmentUpdate>();
    for (var detail : shipment.path("status_details")) {
      var at = Payload.optional(detail, "at");
      kind(detail.path("name").asString(""))
          .ifPresent(
              kind ->
                  updates.add(
                      update(
                          shipmentId,
                          kind,
                          tracking,
                          Payload.optional(detail, "description"),
                          at == null ? changedAt : instant(at))));
    }
    milestone(updates, shipmentId, Kind.SHIPPED, tracking, shipment, "actual_fulfillment_date");
    milestone(updates, shipmentId, Kind.DELIVERED, tracking, shipment, "delivery_date");
    return updates;
  }

  /**
   * A shipment of an order is a parcel of its own: an order may have several
   * (developer.shipbob.com/2026-07/guides/tracking), each with its id and its products.
   */
  static List<CountedParcel> parcel(JsonNode shipment) {
    return CountedGoods.in(
        shipment.path("id").asString(""), shipment.path("products"), "reference_id");
  }

  private static void milestone(
      List<ShipmentUpdate> updates,
      ShipmentId shipmentId,
      Kind kind,
      JsonNode tracking,
      JsonNode shipment,
      String field) {
    var at = Payload.optional(shipment, field);
    if (at != null) {
      updates.add(update(shipmentId, kind, tracking, null, instant(at)));
    }
  }

  private static ShipmentUpdate update(
      ShipmentId shipmentId, Kind kind, JsonNode tracking, @Nullable String reason, Instant at) {
    return new ShipmentUpdate(
        "asked",
        shipmentId,
        kind,
        Payload.optional(tracking, "carrier"),
        Payload.optional(tracking, "tracking_number"),
        reason,
        at);
  }

  /** The carrier's scans, in messages and in answers. */
  static Optional<Kind> kind(String detail) {
    return Optional.ofNullable(
        switch (detail) {
          case "Picked" -> Kind.PICKED;
          case "ManualHold", "InvalidAddress" -> Kind.ON_HOLD;
          case "DeliveryException", "DeliveryAttemptFailed" -> Kind.DELAYED;
          case "Damaged" -> Kind.DAMAGED;
          case "OutForDelivery" -> Kind.OUT_FOR_DELIVERY;
          case "ReturnedToSender" -> Kind.RETURNED_TO_SENDER;
          default -> null;
        });
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no ISO 8601 time.", e);
    }
  }
}
