package io.throughline.command.fulfilment;

import io.throughline.kernel.OrderLine;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.StepAbandoned;
import io.throughline.kernel.event.SubscriptionEvent.GoodsSettled;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionEnded;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionScheduled;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.subscription.UnpaidBill;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How subscriptions begin and end, and when nothing else is left of an order. Pure. */
final class SubscriptionTurn {
  private SubscriptionTurn() {}

  /**
   * Empty while nothing of that is so.
   *
   * @param at business time (UTC)
   */
  static List<FulfilmentEvent> of(FulfilmentState state, Instant at) {
    if (state.phase() != FulfilmentState.Phase.RUNNING
        || state.books().erpOrderId() == null
        || state.terms().sale().subscriptions().isEmpty()) {
      return List.of();
    }
    var today = state.subscriptions().todayAt(at);
    var events = new ArrayList<FulfilmentEvent>();
    events.addAll(scheduled(state, today, at));
    if (events.isEmpty()) {
      events.addAll(ended(state, today, at));
      events.addAll(pointlessWaits(state, today, at));
      if (!state.subscriptions().goodsSettled() && areGoodsSettled(state)) {
        events.add(new GoodsSettled(state.orderId(), state.customerId(), at));
      }
    }
    return events;
  }

  /** Whether nothing is left to be done for any of them. */
  static boolean isComplete(FulfilmentState state) {
    return state.terms().sale().subscriptions().stream()
        .allMatch(
            line ->
                state
                    .subscriptions()
                    .find(line.lineId())
                    .filter(
                        it ->
                            it.ended()
                                && it.unpaid().stream().noneMatch(UnpaidBill::awaited)
                                && it.credits().isEmpty())
                    .isPresent());
  }

  /** Whether all goods of the order as it is now are delivered, invoiced and paid. */
  static boolean areGoodsSettled(FulfilmentState state) {
    return !state.changes().isPending()
        && state.terms().sale().goods().stream()
            .allMatch(
                line ->
                    state
                            .shipments()
                            .finished(line.lineId(), it -> Undelivered.isTakenBack(it, state))
                        == line.quantity());
  }

  private static List<SubscriptionScheduled> scheduled(
      FulfilmentState state, LocalDate today, Instant at) {
    if (state.changes().isPending()) {
      return List.of(); // the line may be about to be taken out of the order
    }
    return state.terms().sale().subscriptions().stream()
        .filter(line -> state.subscriptions().find(line.lineId()).isEmpty())
        .map(
            line ->
                new SubscriptionScheduled(
                    state.orderId(),
                    state.customerId(),
                    line.lineId(),
                    line,
                    startOf(line, today),
                    at))
        .toList();
  }

  private static LocalDate startOf(OrderLine line, LocalDate today) {
    var named = Objects.requireNonNull(line.subscription()).startsOn();
    return named == null ? today : named;
  }

  private static List<SubscriptionEnded> ended(FulfilmentState state, LocalDate today, Instant at) {
    return state
        .subscriptions()
        .all()
        .filter(line -> !line.ended() && line.over(today))
        .map(
            line ->
                new SubscriptionEnded(
                    state.orderId(),
                    state.customerId(),
                    line.lineId(),
                    line.end().orElseThrow(),
                    at))
        .toList();
  }

  /** Days that nobody needs to wait for any more. */
  private static List<StepAbandoned> pointlessWaits(
      FulfilmentState state, LocalDate today, Instant at) {
    var next = SubscriptionDueSteps.nextDay(state, today);
    return state
        .steps()
        .pending(
            step ->
                step instanceof Step.AwaitSubscriptionDay await
                    && next.filter(await.day()::equals).isEmpty()
                    && await.day().isAfter(today))
        .map(
            step ->
                new StepAbandoned(
                    state.orderId(), state.customerId(), step, "Nothing is due on that day.", at))
        .toList();
  }
}
