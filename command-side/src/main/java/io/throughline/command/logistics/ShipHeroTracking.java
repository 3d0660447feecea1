package io.throughline.command.logistics;

import io.throughline.command.logistics.CarrierTracking.Tracking;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.CountedUnits;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order as ShipHero's API shows it. No message ever tells of the way after the warehouse: the
 * label's tracking status does, whose name and values were not checked against the vendor. Pure.
 */
final class ShipHeroTracking {
  private ShipHeroTracking() {}

  /**
   * @throws IllegalArgumentException if it is no such order
   */
  static Tracking of(ShipmentId shipmentId, JsonNode order) {
    var status = Payload.text(order, "fulfillment_status");
    var changedAt = ShipHeroTime.parse(Payload.text(order, "updated_at"));
    var updates = new ArrayList<ShipmentUpdate>();
    if (status.equals("tote_complete")) {
      updates.add(update(shipmentId, Kind.PICKED, null, changedAt));
    }
    if (order.path("holds").path("operator_hold").asBoolean(false)) {
      updates.add(update(shipmentId, Kind.ON_HOLD, null, changedAt));
    }
    var parcels = new ArrayList<CountedParcel>();
    for (var shipment : order.path("shipments")) {
      parcels.addAll(parcel(shipment));
    }
    for (var shipment : order.path("shipments")) {
      var label = shipment.path("shipping_labels").path(0);
      var shippedAt = ShipHeroTime.parse(Payload.text(shipment, "created_date"));
      updates.add(update(shipmentId, Kind.SHIPPED, label, shippedAt).with(List.copyOf(parcels)));
      scanned(label)
          .ifPresent(
              kind ->
                  updates.add(
                      update(
                              shipmentId,
                              kind,
                              label,
                              ShipHeroTime.parse(Payload.text(label, "tracking_status_at")))
                          .ofParcel(shipment.path("id").asString(""))));
    }
    return new Tracking(status, List.copyOf(updates));
  }

  /** {@code ShipmentLineItem}: developer.shiphero.com/schema/types/shipment-line-item.html. */
  private static List<CountedParcel> parcel(JsonNode shipment) {
    var units = new ArrayList<CountedUnits>();
    for (var edge : shipment.path("line_items").path("edges")) {
      var item = edge.path("node");
      var product = new ProductId(Payload.text(item.path("line_item"), "sku"));
      units.add(new CountedUnits(product, item.path("quantity").asInt(0)));
    }
    return units.isEmpty()
        ? List.of()
        : List.of(new CountedParcel(Payload.text(shipment, "id"), List.copyOf(units)));
  }

  private static Optional<Kind> scanned(JsonNode label) {
    return Optional.ofNullable(
        switch (label.path("tracking_status").asString("")) {
          case "failure" -> Kind.DELAYED;
          case "damaged" -> Kind.DAMAGED;
          case "out_for_delivery" -> Kind.OUT_FOR_DELIVERY;
          case "delivered" -> Kind.DELIVERED;
          case "return_to_sender" -> Kind.RETURNED_TO_SENDER;
          default -> null;
        });
  }

  private static ShipmentUpdate update(
      ShipmentId shipmentId, Kind kind, @Nullable JsonNode label, Instant at) {
    return new ShipmentUpdate(
        "asked",
        shipmentId,
        kind,
        label == null ? null : Payload.optional(label, "carrier"),
        label == null ? null : Payload.optional(label, "tracking_number"),
        null,
        at);
  }
}
