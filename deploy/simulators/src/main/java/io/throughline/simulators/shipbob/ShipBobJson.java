package io.throughline.simulators.shipbob;

import io.throughline.simulators.depot.GoodsBack;
import io.throughline.simulators.depot.Milestone;
import io.throughline.simulators.depot.Parcel;
import io.throughline.simulators.depot.Shipment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A shipment as ShipBob writes it: in the answers of its API and in its webhooks. */
final class ShipBobJson {
  private ShipBobJson() {}

  static ObjectNode order(JsonMapper json, Shipment shipment) {
    var node = json.createObjectNode();
    node.put("id", Long.parseLong(shipment.id()));
    node.put("reference_id", shipment.taken().reference());
    node.put("order_number", shipment.taken().order());
    node.put("status", shipment.has(Milestone.SHIPPED) ? "Fulfilled" : status(shipment));
    var shipments = node.putArray("shipments").add(shipment(json, shipment));
    shipment.parcels().stream().skip(1).forEach(it -> shipments.add(second(json, shipment, it)));
    return node;
  }

  /** What a webhook tells; without a milestone that it is on hold. */
  static ObjectNode webhook(
      JsonMapper json, Shipment shipment, @Nullable Milestone milestone, String at) {
    var node = json.createObjectNode();
    node.put("id", Long.parseLong(shipment.id()));
    node.put("reference_id", shipment.taken().reference());
    node.put("status", milestone == null ? "OnHold" : status(shipment));
    node.put("last_update_at", at);
    if (milestone == null) {
      detail(node, "ManualHold", "The merchant put it on hold.");
    } else if (scan(milestone) != null) {
      detail(node, scan(milestone), words(milestone));
    }
    if (milestone == Milestone.SHIPPED || (milestone != null && milestone.isOfTheRest())) {
      parcel(node, shipment.parcelOf(milestone));
    } else {
      tracking(node, shipment.parcel());
    }
    return node;
  }

  /** What leaves of an order by itself is a shipment of its own. */
  private static void parcel(ObjectNode node, Parcel parcel) {
    node.put("id", Long.parseLong(parcel.id()));
    tracking(node, parcel.trackingNumber());
    var products = node.putArray("products");
    parcel
        .goods()
        .forEach(
            (product, units) ->
                products.addObject().put("reference_id", product).put("quantity", units));
  }

  /** A return, in an answer and in a webhook alike. */
  static ObjectNode back(JsonMapper json, GoodsBack goods) {
    var node = json.createObjectNode();
    node.put("id", Long.parseLong(goods.id()));
    node.put("reference_id", goods.expected().reference());
    node.put("status", statusOf(goods));
    goods.arrivedAt().ifPresent(at -> node.put("arrived_date", at.toString()));
    goods.processedAt().ifPresent(at -> node.put("completed_date", at.toString()));
    var inventory = node.putArray("inventory");
    goods
        .expected()
        .quantities()
        .forEach(
            (product, units) -> {
              var item = inventory.addObject().put("reference_id", product).put("quantity", units);
              var taken = item.putArray("action_taken");
              action(taken, "Restock", goods.good().getOrDefault(product, 0));
              action(taken, "Dispose", goods.bad().getOrDefault(product, 0));
            });
    return node;
  }

  private static void action(ArrayNode taken, String action, int units) {
    if (units > 0) {
      taken.addObject().put("action", action).put("quantity_processed", units);
    }
  }

  private static String statusOf(GoodsBack goods) {
    if (goods.isCancelled()) {
      return "Cancelled";
    }
    if (goods.processedAt().isPresent()) {
      return "Completed";
    }
    return goods.arrivedAt().isPresent() ? "Arrived" : "AwaitingArrival";
  }

  private static ObjectNode shipment(JsonMapper json, Shipment shipment) {
    var node = json.createObjectNode();
    node.put("id", Long.parseLong(shipment.id()));
    node.put("reference_id", shipment.taken().reference());
    node.put("status", status(shipment));
    node.put("last_update_at", shipment.changedAt().toString());
    if (shipment.isHeld()) {
      detail(node, "ManualHold", "The merchant put it on hold.");
    }
    shipment
        .milestones()
        .forEach(
            (milestone, at) -> {
              switch (milestone) {
                case SHIPPED -> node.put("actual_fulfillment_date", at.toString());
                case REST_SHIPPED, REST_DELIVERED -> {} // of another shipment
                case DELIVERED -> node.put("delivery_date", at.toString());
                case PICKED, EXCEPTION, OUT_FOR_DELIVERY, RETURNED, DAMAGED ->
                    detail(node, scan(milestone), words(milestone)).put("at", at.toString());
              }
            });
    shipment.parcels().stream().limit(1).forEach(it -> parcel(node, it));
    return node;
  }

  private static ObjectNode second(JsonMapper json, Shipment shipment, Parcel parcel) {
    var node = json.createObjectNode();
    node.put("reference_id", shipment.taken().reference());
    node.put("status", status(shipment));
    node.put("last_update_at", shipment.changedAt().toString());
    node.put("actual_fulfillment_date", parcel.at().toString());
    if (shipment.has(Milestone.REST_DELIVERED)) {
      node.put("delivery_date", shipment.at(Milestone.REST_DELIVERED).toString());
    }
    parcel(node, parcel);
    return node;
  }

  private static ObjectNode detail(ObjectNode node, @Nullable String name, String words) {
    var details = node.withArray("status_details");
    return details.addObject().put("name", name).put("description", words);
  }

  private static void tracking(ObjectNode node, String number) {
    if (!number.isEmpty()) {
      node.putObject("tracking").put("carrier", "Parcel Express").put("tracking_number", number);
    }
  }

  static String status(Shipment shipment) {
    if (shipment.isCancelled()) {
      return "Cancelled";
    }
    if (shipment.isHeld()) {
      return "OnHold";
    }
    return shipment.has(Milestone.SHIPPED) ? "Completed" : "Processing";
  }

  private static @Nullable String scan(Milestone milestone) {
    return switch (milestone) {
      case PICKED -> "Picked";
      case EXCEPTION -> "DeliveryException";
      case OUT_FOR_DELIVERY -> "OutForDelivery";
      case RETURNED -> "ReturnedToSender";
      case DAMAGED -> "Damaged";
      case SHIPPED, REST_SHIPPED, DELIVERED, REST_DELIVERED -> null;
    };
  }

  private static String words(Milestone milestone) {
    return switch (milestone) {
      case EXCEPTION -> "Delayed by weather.";
      case RETURNED -> "Nobody took it.";
      case DAMAGED -> "Crushed on the belt.";
      case PICKED, SHIPPED, REST_SHIPPED, OUT_FOR_DELIVERY, DELIVERED, REST_DELIVERED -> "";
    };
  }
}
