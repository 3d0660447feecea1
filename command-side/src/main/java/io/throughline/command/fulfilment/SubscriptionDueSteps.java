package io.throughline.command.fulfilment;

import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What should be done next for the lines that are subscribed to: one thing at a time for each, so
 * that what was missed is caught up with in its order, and a wait for the next day on which
 * something will be due. Pure.
 */
final class SubscriptionDueSteps {
  private SubscriptionDueSteps() {}

  /**
   * @param at business time (UTC)
   */
  static List<Step> of(FulfilmentState state, Instant at) {
    var subscriptions = state.subscriptions();
    var today = subscriptions.todayAt(at);
    var wanted = new ArrayList<Step>();
    subscriptions
        .all()
        .forEach(
            line -> {
              next(line, today).ifPresent(wanted::add);
              CreditDueSteps.of(state, line).forEach(wanted::add);
              BillPayments.checks(line).forEach(wanted::add);
            });
    nextDay(state, today).map(Step.AwaitSubscriptionDay::new).ifPresent(wanted::add);
    return wanted;
  }

  /** Nothing is invoiced while it is open on what terms, or what was changed is not yet booked. */
  private static Optional<Step> next(Subscription line, LocalDate today) {
    if (line.ended()) {
      return Optional.empty();
    }
    if (line.asked() != null) {
      return Optional.of(new Step.CheckSubscriptionChange(line.lineId(), line.changes()));
    }
    var difference = line.adjustment();
    if (!difference.isZero()) {
      return Optional.of(
          new Step.AdjustPeriod(
              line.lineId(), line.invoiced(), line.adjustments() + 1, difference));
    }
    var period = line.nextPeriod();
    if (period.isPresent()) {
      return period
          .filter(it -> !it.from().isAfter(today))
          .map(it -> new Step.InvoicePeriod(line.lineId(), it.number()));
    }
    return line.renewalDay()
        .filter(day -> !day.isAfter(today))
        .map(_ -> new Step.RenewSubscription(line.lineId(), line.terms() + 1));
  }

  /** The next day on which something will be due; empty if nothing will. */
  static Optional<LocalDate> nextDay(FulfilmentState state, LocalDate today) {
    return state
        .subscriptions()
        .all()
        .flatMap(Subscription::days)
        .filter(day -> day.isAfter(today))
        .min(LocalDate::compareTo);
  }
}
