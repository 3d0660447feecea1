package io.throughline.command.salesforce;

import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.CancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.CancellationStarted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.OrderValidated;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderCreated;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentRequested;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.OrderEvent.OrderCancelled;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.event.SaleEvent.OrderHeld;
import io.throughline.kernel.event.SaleEvent.OrderReleased;
import io.throughline.kernel.event.SubscriptionEvent.GoodsSettled;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far an order is, as far as Salesforce is to be told: a pure fold of the order's events.
 * Nothing that leads to a person is in it.
 *
 * @param base how far it is, apart from what holds it up
 * @param milestone the latest that was reached
 * @param changedAt when that was (business time, UTC)
 * @param open what waits for a person: exceptions' ids with what each is about
 * @param shipments how far each shipment is: requested, shipped, delivered
 */
record OrderStatus(
    OrderId orderId,
    State base,
    String milestone,
    Instant changedAt,
    @Nullable String erpOrderNumber,
    boolean held,
    Map<String, String> open,
    Map<String, Way> shipments) {

  /** As {@code Throughline_Order__c.State__c} has it. */
  enum State {
    SUBMITTED,
    ACCEPTED,
    PARTLY_SHIPPED,
    SHIPPED,
    DELIVERED,
    SUBSCRIBED,
    PARKED,
    HELD,
    CANCELLING,
    CANCELLED,
    COMPLETED
  }

  enum Way {
    REQUESTED,
    SHIPPED,
    DELIVERED
  }

  static OrderStatus submitted(OrderSubmitted event) {
    return new OrderStatus(
        event.orderId(), State.SUBMITTED, "submitted", event.at(), null, false, Map.of(), Map.of());
  }

  /** What is shown: what holds an order up goes before how far it is. */
  State state() {
    if (base == State.COMPLETED || base == State.CANCELLED) {
      return base;
    }
    if (!open.isEmpty()) {
      return State.PARKED;
    }
    return held ? State.HELD : base;
  }

  /** What it waits for where it is parked; else empty. */
  String detail() {
    return state() == State.PARKED ? open.values().iterator().next() : "";
  }

  /** The same status where the event is no news to Salesforce. */
  OrderStatus after(Event event) {
    return switch (event) {
      case OrderValidated e -> reached(base, "validated", e.at());
      case SalesOrderCreated e ->
          new OrderStatus(
              orderId,
              base == State.SUBMITTED ? State.ACCEPTED : base,
              "accepted",
              e.at(),
              e.erpOrderNumber(),
              held,
              open,
              shipments);
      case ShipmentRequested e -> on(e.shipmentId().value(), Way.REQUESTED, milestone, e.at());
      case ShipmentShipped e -> on(e.shipmentId().value(), Way.SHIPPED, "shipped", e.at());
      case ShipmentDelivered e -> on(e.shipmentId().value(), Way.DELIVERED, "delivered", e.at());
      case InvoiceIssued e -> reached(base, "invoiced", e.at());
      case PaymentRecorded e -> reached(base, "paid", e.at());
      case CancellationStarted e -> reached(State.CANCELLING, milestone, e.at());
      case CancellationRefused e ->
          reached(
              base == State.CANCELLING ? progress(shipments) : base,
              "cancellation-refused",
              e.at());
      case FulfilmentParked e ->
          waiting(put(open, e.exceptionId().value(), e.cause().summary()), e.at());
      case RemedyApplied e -> waiting(without(open, e.exceptionId().value()), e.at());
      case OrderHeld e -> holding(true, e.at());
      case OrderReleased e -> holding(false, e.at());
      case GoodsSettled e -> reached(State.SUBSCRIBED, "goods-settled", e.at());
      case OrderCancelled e -> ended(State.CANCELLED, "cancelled", e.at());
      case FulfilmentCancelled e -> ended(State.CANCELLED, "cancelled", e.at());
      case OrderCompleted e -> ended(State.COMPLETED, "completed", e.at());
      case FulfilmentCompleted e -> ended(State.COMPLETED, "completed", e.at());
      default -> this;
    };
  }

  private OrderStatus reached(State state, String what, Instant at) {
    return new OrderStatus(orderId, state, what, at, erpOrderNumber, held, open, shipments);
  }

  private OrderStatus ended(State state, String what, Instant at) {
    return base == state
        ? this
        : new OrderStatus(orderId, state, what, at, erpOrderNumber, false, Map.of(), shipments);
  }

  private OrderStatus waiting(Map<String, String> exceptions, Instant at) {
    return new OrderStatus(
        orderId, base, milestone, at, erpOrderNumber, held, exceptions, shipments);
  }

  private OrderStatus holding(boolean isHeld, Instant at) {
    return new OrderStatus(orderId, base, milestone, at, erpOrderNumber, isHeld, open, shipments);
  }

  private OrderStatus on(String shipment, Way way, String what, Instant at) {
    var known = shipments.get(shipment);
    if (known != null && known.compareTo(way) >= 0) {
      return this; // milestones come late and in any order
    }
    var all = put(shipments, shipment, way);
    return new OrderStatus(
        orderId,
        base == State.CANCELLING ? base : progress(all),
        what,
        at,
        erpOrderNumber,
        held,
        open,
        all);
  }

  private static State progress(Map<String, Way> shipments) {
    var left = shipments.values().stream().filter(way -> way != Way.REQUESTED).count();
    if (left == 0) {
      return State.ACCEPTED;
    }
    if (left < shipments.size()) {
      return State.PARTLY_SHIPPED;
    }
    return shipments.values().stream().allMatch(way -> way == Way.DELIVERED)
        ? State.DELIVERED
        : State.SHIPPED;
  }

  private static <V> Map<String, V> put(Map<String, V> before, String key, V value) {
    var after = new TreeMap<>(before);
    after.put(key, value);
    return after;
  }

  private static <V> Map<String, V> without(Map<String, V> before, String key) {
    var after = new TreeMap<>(before);
    after.remove(key);
    return after;
  }
}
