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
import io.throughline.query.orderdetails.OrderDetails.Shipment;
import io.throughline.query.orderdetails.OrderDetails.ShipmentState;
import io.throughline.query.platform.NamedValue;
import io.throughline.query.platform.RemedyOffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why an order does not go on.
 *
 * @param because which {@code answer} it is, with the {@code values} that it names
 * @param whoseMove a queue of ours, the ERP, the carrier, the customer, or nobody's
 * @param maintenanceUntil until when whatever it waits for is being maintained (business time,
 *     UTC); null where it is not
 */
record WhyStuck(
    OrderId orderId,
    OrderState state,
    String answer,
    Because because,
    List<NamedValue> values,
    String whoseMove,
    @Nullable Instant since,
    @Nullable Instant maintenanceUntil,
    List<Stuck> exceptions) {
  private static final String NOBODY = "NOBODY";

  private static WhyStuck of(
      OrderDetails order,
      Because because,
      Map<String, String> values,
      String whoseMove,
      @Nullable Instant since) {
    return new WhyStuck(
        order.orderId(),
        order.state(),
        because.sentence(values),
        because,
        NamedValue.of(values),
        whoseMove,
        since,
        null,
        List.of());
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
              ? ended(order, Because.COMPLETED)
              : under(order);
      case CANCELLED -> ended(order, Because.CANCELLED);
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
    return new WhyStuck(
        order.orderId(),
        order.state(),
        answer,
        Because.PARKED,
        List.of(),
        queues,
        since,
        null,
        exceptions);
  }

  private static Optional<WhyStuck> paused(OrderDetails order) {
    return Optional.ofNullable(order.pause())
        .map(
            it ->
                of(order, Because.PAUSED, Map.of("reason", it.reason()), "OPERATIONS", it.since()));
  }

  private static Optional<WhyStuck> held(OrderDetails order) {
    return Optional.ofNullable(order.hold())
        .map(it -> of(order, Because.HELD, Map.of("reason", it.reason()), "SALES", it.since()));
  }

  /** Its goods are settled: what is under way, if anything, is of its subscriptions. */
  private static WhyStuck runsOn(OrderDetails order) {
    if (!order.pendingSteps().isEmpty()) {
      return under(order);
    }
    return order.subscriptions().stream()
        .map(LineSubscription::nextInvoiceOn)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .map(
            day ->
                of(order, Because.SUBSCRIPTIONS_RUN, Map.of("day", day.toString()), NOBODY, null))
        .orElseGet(() -> ended(order, Because.SUBSCRIPTIONS_RUN_OUT));
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
        because,
        Stream.concat(values.stream(), Stream.of(new NamedValue("account", window.account())))
            .toList(),
        whoseMove,
        since,
        window.until(),
        exceptions);
  }

  private static WhyStuck ended(OrderDetails order, Because because) {
    return of(order, because, Map.of(), NOBODY, null);
  }

  /**
   * Nothing is parked: it waits for whatever has been asked for the longest time, or for goods on
   * their way.
   */
  private static WhyStuck under(OrderDetails order) {
    return order.pendingSteps().stream()
        .min(Comparator.comparing(PendingStep::since))
        .map(step -> of(order, step.because(), step.values(), step.waitsOn(), step.since()))
        .orElseGet(() -> onTheWay(order));
  }

  private static WhyStuck onTheWay(OrderDetails order) {
    return order.shipments().stream()
        .filter(it -> it.deliveredAt() == null && it.state() != ShipmentState.CANCELLED)
        .min(Comparator.comparing(Shipment::requestedAt))
        .map(
            it ->
                of(
                    order,
                    Because.DELIVERY,
                    Map.of("shipmentId", it.shipmentId().value()),
                    "CARRIER",
                    it.requestedAt()))
        .orElseGet(() -> of(order, Because.TAKING_ON, Map.of(), "THROUGHLINE", order.changedAt()));
  }
}
