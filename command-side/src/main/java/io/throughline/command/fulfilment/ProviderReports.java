package io.throughline.command.fulfilment;

import io.throughline.command.logistics.ShipmentUpdate;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.event.CarriageEvent.ParcelTracked;
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
import io.throughline.kernel.fulfilment.ParcelState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
    if (update.kind() == Kind.DELIVERED && update.parcelId() != null) {
      return arrived(state, shipment, update, update.parcelId());
    }
    var news = new ArrayList<>(Counting.news(state, shipment, update));
    tracked(state, shipment, update).ifPresent(news::add);
    if (!isNews(shipment, state.carriage().of(shipment.id()), update)) {
      return news;
    }
    news.add(event(state, shipment, update));
    news.addAll(settled(state, shipment, update));
    return news;
  }

  /**
   * A parcel arrived. If it is the only one that is known of, and nothing is to come, so did the
   * shipment; else {@link DeliveryTurn} sees when it has.
   */
  private static List<FulfilmentEvent> arrived(
      FulfilmentState state, Shipment shipment, ShipmentUpdate update, String parcel) {
    if (shipment.isDelivered() || shipment.parcels().stateOf(parcel) == ParcelState.DELIVERED) {
      return List.of();
    }
    var tracked = tracked(state, shipment, parcel, ParcelState.DELIVERED, update.at());
    var isOnly = shipment.parcels().ids().allMatch(parcel::equals);
    if (!isOnly || !DeliveryTurn.hasArrived(state, shipment.with(tracked))) {
      return List.of(tracked);
    }
    var all = new ArrayList<FulfilmentEvent>();
    all.add(event(state, shipment, update));
    all.addAll(settled(state, shipment, update));
    return all;
  }

  /** A parcel that will not arrive; what is said again, or the other way round, is no news. */
  private static Optional<ParcelTracked> tracked(
      FulfilmentState state, Shipment shipment, ShipmentUpdate update) {
    var parcel = update.parcelId();
    var became =
        switch (update.kind()) {
          case DAMAGED -> ParcelState.DAMAGED;
          case RETURNED_TO_SENDER -> ParcelState.RETURNED;
          case PICKED, ON_HOLD, SHIPPED, DELAYED, OUT_FOR_DELIVERY, DELIVERED ->
              ParcelState.UNDER_WAY;
        };
    return parcel == null
            || shipment.isDelivered()
            || became.compareTo(shipment.parcels().stateOf(parcel)) <= 0
        ? Optional.empty()
        : Optional.of(tracked(state, shipment, parcel, became, update.at()));
  }

  private static ParcelTracked tracked(
      FulfilmentState state, Shipment shipment, String parcel, ParcelState became, Instant at) {
    return new ParcelTracked(
        state.orderId(), state.customerId(), shipment.id(), parcel, became, at);
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

  private static List<ShipmentChecked> settled(
      FulfilmentState state, Shipment shipment, ShipmentUpdate update) {
    return AwaitedMilestones.met(
        state, shipment, awaited -> brings(update.kind(), awaited), update.at());
  }

  private static boolean brings(Kind kind, AwaitedMilestone awaited) {
    return switch (kind) {
      case DELIVERED -> true;
      case SHIPPED -> awaited == AwaitedMilestone.SHIPPED;
      case PICKED, ON_HOLD, DELAYED, OUT_FOR_DELIVERY, DAMAGED, RETURNED_TO_SENDER -> false;
    };
  }
}
