package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.Steps.StepState.Status;
import io.throughline.command.logistics.ShipmentUpdate;
import io.throughline.kernel.event.CarriageEvent.ShipmentChecked;
import io.throughline.kernel.event.CarriageEvent.ShipmentDamaged;
import io.throughline.kernel.event.CarriageEvent.ShipmentOnHold;
import io.throughline.kernel.event.CarriageEvent.ShipmentOutForDelivery;
import io.throughline.kernel.event.CarriageEvent.ShipmentReturnedToSender;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelayed;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentPicked;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a provider's report makes happen, told or asked for. A milestone happens once: what is said
 * again, late, or the other way round changes nothing. Pure.
 */
final class ProviderReports {
  private ProviderReports() {}

  /**
   * @throws UnknownFulfilment if the order has no such shipment
   */
  static List<FulfilmentEvent> taken(FulfilmentState state, ShipmentUpdate update) {
    var shipment =
        state
            .shipments()
            .find(update.shipmentId())
            .orElseThrow(() -> new UnknownFulfilment("a shipment " + update.shipmentId()));
    var news = new ArrayList<>(Counting.news(state, shipment, update));
    if (!isNews(shipment, state.carriage().of(shipment.id()), update)) {
      return news;
    }
    news.add(event(state, shipment, update));
    news.addAll(settled(state, shipment, update));
    return news;
  }

  private static boolean isNews(Shipment shipment, ShipmentWay way, ShipmentUpdate update) {
    return switch (update.kind()) {
      case PICKED -> !shipment.reached(Shipment.Stage.PICKED);
      case SHIPPED -> !shipment.reached(Shipment.Stage.SHIPPED);
      case DELIVERED -> !shipment.reached(Shipment.Stage.DELIVERED);
      case DELAYED -> !shipment.isDelayedAt(update.at()) && !shipment.isDelivered();
      case ON_HOLD -> !way.holds().contains(update.at()) && !shipment.hasLeft();
      case OUT_FOR_DELIVERY -> !way.outForDelivery() && !shipment.isDelivered();
      case DAMAGED -> !way.damaged() && !shipment.isDelivered();
      case RETURNED_TO_SENDER -> !way.returned() && !shipment.isDelivered();
    };
  }

  private static FulfilmentEvent event(
      FulfilmentState state, Shipment known, ShipmentUpdate update) {
    var order = state.orderId();
    var customer = state.customerId();
    var shipment = known.id();
    var at = update.at();
    return switch (update.kind()) {
      case PICKED -> new ShipmentPicked(order, customer, shipment, at);
      case SHIPPED ->
          new ShipmentShipped(
              order,
              customer,
              shipment,
              update.carrier(),
              update.trackingNumber(),
              Counting.unknown(known, update),
              at);
      case DELIVERED -> new ShipmentDelivered(order, customer, shipment, at);
      case DELAYED ->
          new ShipmentDelayed(
              order,
              customer,
              shipment,
              Objects.requireNonNullElse(update.reason(), "The carrier gives no reason."),
              at);
      case ON_HOLD -> new ShipmentOnHold(order, customer, shipment, update.reason(), at);
      case OUT_FOR_DELIVERY -> new ShipmentOutForDelivery(order, customer, shipment, at);
      case DAMAGED -> new ShipmentDamaged(order, customer, shipment, update.reason(), at);
      case RETURNED_TO_SENDER ->
          new ShipmentReturnedToSender(order, customer, shipment, update.reason(), at);
    };
  }

  /** Whoever waits for a milestone waits no longer, be it a step or a person. */
  private static List<ShipmentChecked> settled(
      FulfilmentState state, Shipment shipment, ShipmentUpdate update) {
    var settled = new ArrayList<ShipmentChecked>();
    for (var awaited : AwaitedMilestone.values()) {
      var step = state.idOf(new Step.CheckShipment(shipment.id(), awaited));
      var waits =
          state
              .steps()
              .find(step)
              .filter(it -> it.status() == Status.PENDING || it.status() == Status.PARKED)
              .isPresent();
      if (waits && brings(update.kind(), awaited)) {
        settled.add(
            new ShipmentChecked(
                state.orderId(),
                state.customerId(),
                step,
                shipment.id(),
                awaited,
                state.exceptions().about(step),
                update.at()));
      }
    }
    return settled;
  }

  static boolean brings(ShipmentUpdate.Kind kind, AwaitedMilestone awaited) {
    return switch (kind) {
      case DELIVERED -> true;
      case SHIPPED -> awaited == AwaitedMilestone.SHIPPED;
      case PICKED, ON_HOLD, DELAYED, OUT_FOR_DELIVERY, DAMAGED, RETURNED_TO_SENDER -> false;
    };
  }
}
