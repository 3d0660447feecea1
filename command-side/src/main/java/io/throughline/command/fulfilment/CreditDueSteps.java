package io.throughline.command.fulfilment;

import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.subscription.OpenCredit;
import io.throughline.kernel.subscription.Subscription;
import io.throughline.kernel.subscription.UnpaidBill;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a subscription's credits are to be used for: the oldest first, for the oldest invoice that
 * is due; where there is none and none will come, for one that is due of another subscription of
 * the order; where there is none of these either, it is paid back. Pure.
 */
final class CreditDueSteps {
  private CreditDueSteps() {}

  static Stream<Step> of(FulfilmentState state, Subscription line) {
    return line.credits().stream().findFirst().flatMap(it -> next(state, line, it)).stream();
  }

  /** What was once asked for is that step until it is answered: it may have been carried out. */
  private static Optional<Step> next(FulfilmentState state, Subscription line, OpenCredit credit) {
    return asked(state, credit.creditId()).or(() -> use(state, line, credit.creditId()));
  }

  private static Optional<Step> use(FulfilmentState state, Subscription line, BillId credit) {
    var number = line.settlements() + 1;
    var bill = line.nextToLessen();
    if (bill.isPresent()) {
      return bill.map(it -> new Step.ApplyCredit(line.lineId(), credit, it.billId(), number));
    }
    if (!line.noInvoiceWillCome()) {
      return Optional.empty();
    }
    var others = dueElsewhere(state, line);
    if (others.isEmpty()) {
      return Optional.of(new Step.RefundSubscriptionCredit(line.lineId(), credit, number));
    }
    return isFirst(state, line)
        ? Optional.of(
            new Step.ApplyCredit(line.lineId(), credit, others.getFirst().billId(), number))
        : Optional.empty();
  }

  /** Of lines that have no credits themselves: their own come first. */
  private static List<UnpaidBill> dueElsewhere(FulfilmentState state, Subscription line) {
    return state
        .subscriptions()
        .all()
        .filter(it -> !it.lineId().equals(line.lineId()) && it.credits().isEmpty())
        .flatMap(it -> it.nextToLessen().stream())
        .toList();
  }

  /** One after the other: two at once might give the same invoice more than it asks for. */
  private static boolean isFirst(FulfilmentState state, Subscription line) {
    return state
        .subscriptions()
        .all()
        .filter(it -> !it.credits().isEmpty() && it.noInvoiceWillCome())
        .findFirst()
        .filter(it -> it.lineId().equals(line.lineId()))
        .isPresent();
  }

  private static Optional<Step> asked(FulfilmentState state, BillId credit) {
    return state.steps().byId().values().stream()
        .map(Steps.StepState::step)
        .filter(step -> step instanceof Step.CreditStep about && about.creditId().equals(credit))
        .findFirst();
  }
}
