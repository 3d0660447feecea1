package io.throughline.query.orderdetails;

import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.query.OrderState;
import io.throughline.query.maintenance.MaintenanceWindow;
import io.throughline.query.orderdetails.OrderDetails.OpenException;
import io.throughline.query.orderdetails.OrderDetails.PendingStep;
import io.throughline.query.platform.RemedyOffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why an order does not go on.
 *
 * @param whoseMove a queue of ours, the ERP, the carrier, the customer, or nobody's
 * @param maintenanceUntil until when whatever it waits for is being maintained (business time,
 *     UTC); null where it is not
 */
record WhyStuck(
    OrderId orderId,
    OrderState state,
    String answer,
    String whoseMove,
    @Nullable Instant since,
    @Nullable Instant maintenanceUntil,
    List<Stuck> exceptions) {

  private WhyStuck(
      OrderId orderId,
      OrderState state,
      String answer,
      String whoseMove,
      @Nullable Instant since,
      List<Stuck> exceptions) {
    this(orderId, state, answer, whoseMove, since, null, exceptions);
  }

  record Stuck(
      ExceptionId exceptionId,
      Cause cause,
      Dependency dependency,
      Queue queue,
      String summary,
      List<Finding> findings,
      @Nullable String answer,
      Money held,
      Instant since,
      Instant due,
      List<RemedyOffer> remedies) {

    static Stuck of(OpenException it) {
      return new Stuck(
          it.exceptionId(),
          it.cause(),
          it.dependency(),
          it.queue(),
          it.summary(),
          it.findings(),
          it.answer(),
          it.held(),
          it.since(),
          it.due(),
          RemedyOffer.of(it.remedies()));
    }
  }

  static WhyStuck of(OrderDetails order) {
    var exceptions = order.exceptions().stream().map(Stuck::of).toList();
    if (!exceptions.isEmpty()) {
      return parked(order, exceptions);
    }
    return switch (order.state()) {
      case COMPLETED ->
          order.returns().stream().allMatch(it -> it.closedAt() != null)
              ? ended(order, "It is not stuck: it is delivered, invoiced and paid.")
              : under(order);
      case CANCELLED -> ended(order, "It is not stuck: it is cancelled.");
      case SUBMITTED, VALIDATED, ACCEPTED, PARTIALLY_SHIPPED, SHIPPED, DELIVERED ->
          paused(order).or(() -> held(order)).orElseGet(() -> under(order));
      case SUBSCRIBED -> paused(order).orElseGet(() -> runsOn(order));
      case CANCELLING -> paused(order).orElseGet(() -> under(order));
    };
  }

  private static WhyStuck parked(OrderDetails order, List<Stuck> exceptions) {
    var answer = exceptions.stream().map(Stuck::summary).collect(Collectors.joining(" "));
    var queues =
        exceptions.stream()
            .map(it -> it.queue().name())
            .distinct()
            .collect(Collectors.joining(", "));
    var since = exceptions.stream().map(Stuck::since).min(Comparator.naturalOrder()).orElse(null);
    return new WhyStuck(order.orderId(), order.state(), answer, queues, since, exceptions);
  }

  private static Optional<WhyStuck> paused(OrderDetails order) {
    return Optional.ofNullable(order.pause())
        .map(
            pause ->
                new WhyStuck(
                    order.orderId(),
                    order.state(),
                    "Operators paused it until they resume it: " + pause.reason(),
                    "OPERATIONS",
                    pause.since(),
                    List.of()));
  }

  private static Optional<WhyStuck> held(OrderDetails order) {
    return Optional.ofNullable(order.hold())
        .map(
            hold ->
                new WhyStuck(
                    order.orderId(),
                    order.state(),
                    "It is held until somebody releases it: " + hold.reason(),
                    "SALES",
                    hold.since(),
                    List.of()));
  }

  /** Its goods are settled: what is under way, if anything, is of its subscriptions. */
  private static WhyStuck runsOn(OrderDetails order) {
    if (!order.pendingSteps().isEmpty()) {
      return under(order);
    }
    var next =
        order.subscriptions().stream()
            .map(LineSubscription::nextInvoiceOn)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .map(day -> "; the next invoice is due on " + day)
            .orElse("");
    return ended(
        order,
        "It is not stuck: its goods are settled, and what it subscribes to runs on" + next + ".");
  }

  /** Whether nobody has to do anything but another system, which may be being maintained. */
  boolean waitsForAnotherSystem() {
    return exceptions.isEmpty() && (whoseMove.equals("ERP") || whoseMove.equals("CARRIER"));
  }

  /** The same, where whatever it waits for is not there at the moment. */
  WhyStuck during(MaintenanceWindow window) {
    return new WhyStuck(
        orderId,
        state,
        answer
            + " Maintenance of "
            + window.account()
            + " until "
            + window.until().truncatedTo(ChronoUnit.SECONDS)
            + "; it goes on by itself afterwards.",
        whoseMove,
        since,
        window.until(),
        exceptions);
  }

  private static WhyStuck ended(OrderDetails order, String answer) {
    return new WhyStuck(order.orderId(), order.state(), answer, "NOBODY", null, List.of());
  }

  /**
   * Nothing is parked: it waits for whatever has been asked for the longest time, or for goods on
   * their way.
   */
  private static WhyStuck under(OrderDetails order) {
    return order.pendingSteps().stream()
        .min(Comparator.comparing(PendingStep::since))
        .map(
            step ->
                new WhyStuck(
                    order.orderId(),
                    order.state(),
                    "It waits for " + step.waitsFor() + ".",
                    step.waitsOn(),
                    step.since(),
                    List.of()))
        .orElseGet(() -> onTheWay(order));
  }

  private static WhyStuck onTheWay(OrderDetails order) {
    var undelivered =
        order.shipments().stream()
            .filter(
                it ->
                    it.deliveredAt() == null && it.state() != OrderDetails.ShipmentState.CANCELLED)
            .min(Comparator.comparing(OrderDetails.Shipment::requestedAt));
    return undelivered
        .map(
            it ->
                new WhyStuck(
                    order.orderId(),
                    order.state(),
                    "It waits for the logistics provider to deliver shipment "
                        + it.shipmentId()
                        + ".",
                    "CARRIER",
                    it.requestedAt(),
                    List.of()))
        .orElseGet(
            () ->
                new WhyStuck(
                    order.orderId(),
                    order.state(),
                    "It is about to be taken on.",
                    "THROUGHLINE",
                    order.changedAt(),
                    List.of()));
  }
}
