package io.throughline.command.fulfilment;

import static io.throughline.kernel.fulfilment.ParcelState.DELIVERED;
import static io.throughline.kernel.fulfilment.ParcelState.RETURNED;

import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.fulfilment.CountedLine;
import java.util.ArrayList;
import java.util.List;

/**
 * When a shipment in several parcels has arrived: once every parcel that is known of has, and no
 * further one is to come. Pure.
 */
final class DeliveryTurn {
  private DeliveryTurn() {}

  static List<FulfilmentEvent> of(FulfilmentState state) {
    return state
        .shipments()
        .active()
        .filter(it -> !it.isDelivered() && hasArrived(state, it))
        .findFirst()
        .map(it -> delivered(state, it))
        .orElse(List.of());
  }

  private static List<FulfilmentEvent> delivered(FulfilmentState state, Shipment shipment) {
    var at = shipment.parcels().lastAt().orElseThrow();
    var events = new ArrayList<FulfilmentEvent>();
    events.add(new ShipmentDelivered(state.orderId(), state.customerId(), shipment.id(), at));
    events.addAll(AwaitedMilestones.met(state, shipment, _ -> true, at));
    return events;
  }

  static boolean hasArrived(FulfilmentState state, Shipment shipment) {
    return !shipment.parcels().tracked().isEmpty()
        && shipment.parcels().areAll(DELIVERED)
        && isGone(state, shipment);
  }

  /**
   * Whether all of it has left the warehouse: what was counted is no less than what was asked for,
   * or somebody has said what holds. Where nobody counts, what left is all.
   */
  static boolean isGone(FulfilmentState state, Shipment shipment) {
    return shipment.reached(Shipment.Stage.SHIPPED)
        && (shipment.parcels().counted().isEmpty()
            || (shipment.count() != null && CountChanges.isDecided(shipment))
            || ParcelTurn.compared(state, shipment).stream().noneMatch(DeliveryTurn::isShort));
  }

  private static boolean isShort(CountedLine line) {
    return line.counted() < line.asked();
  }

  /** Whether the carrier still has some of it, or some of it has yet to leave. */
  static boolean isUnderWay(FulfilmentState state, Shipment shipment) {
    return !shipment.parcels().areAll(DELIVERED, RETURNED) || !isGone(state, shipment);
  }
}
