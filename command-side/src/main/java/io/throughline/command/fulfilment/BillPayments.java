package io.throughline.command.fulfilment;

import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.CheckBillPayment;
import io.throughline.kernel.subscription.Subscription;
import io.throughline.kernel.subscription.UnpaidBill;
import io.throughline.kernel.subscription.UnpaidBill.Standing;
import java.util.stream.Stream;

/** Whose payment of recurring invoices is waited for, and what people decide about it. Pure. */
final class BillPayments {
  private BillPayments() {}

  /** Invoices whose payment is waited for; also when the order is completed. */
  static Stream<Step> checks(Subscription line) {
    return line.unpaid().stream()
        .filter(UnpaidBill::awaited)
        .map(bill -> new CheckBillPayment(line.lineId(), bill.billId(), bill.occurrence()));
  }

  /** What somebody decided about a payment that was taken back. */
  static FulfilmentState mended(FulfilmentState state, RemedyApplied event) {
    var about = state.steps().find(event.stepId()).map(Steps.StepState::step);
    if (about.isEmpty() || !(about.get() instanceof CheckBillPayment check)) {
      return state;
    }
    var standing =
        event.remedy() == Remedy.HAND_TO_COLLECTIONS ? Standing.IN_COLLECTION : Standing.OPEN;
    return state.with(
        state
            .subscriptions()
            .update(check.lineId(), line -> line.decided(check.billId(), standing)));
  }
}
