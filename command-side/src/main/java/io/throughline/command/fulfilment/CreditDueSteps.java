package io.throughline.command.fulfilment;

import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.subscription.OpenCredit;
import io.throughline.kernel.subscription.Subscription;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a subscription's credits are to be used for: the oldest first, for the oldest invoice that
 * is due; where there is none and none will come, it is paid back. Pure.
 */
final class CreditDueSteps {
  private CreditDueSteps() {}

  static Stream<Step> of(FulfilmentState state, Subscription line) {
    return line.credits().stream().findFirst().flatMap(it -> next(state, line, it)).stream();
  }

  /** What was once asked for is that step until it is answered: it may have been carried out. */
  private static Optional<Step> next(FulfilmentState state, Subscription line, OpenCredit credit) {
    return asked(state, credit.creditId()).or(() -> use(line, credit.creditId()));
  }

  private static Optional<Step> use(Subscription line, BillId credit) {
    var number = line.settlements() + 1;
    var bill = line.nextToLessen();
    if (bill.isPresent()) {
      return bill.map(it -> new Step.ApplyCredit(line.lineId(), credit, it.billId(), number));
    }
    return line.noInvoiceWillCome()
        ? Optional.of(new Step.RefundSubscriptionCredit(line.lineId(), credit, number))
        : Optional.empty();
  }

  private static Optional<Step> asked(FulfilmentState state, BillId credit) {
    return state.steps().byId().values().stream()
        .map(Steps.StepState::step)
        .filter(step -> step instanceof Step.CreditStep about && about.creditId().equals(credit))
        .findFirst();
  }
}
