package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.TakeBillPayments;
import io.throughline.kernel.Money;
import io.throughline.kernel.event.SubscriptionEvent;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPartlyPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPaymentReversed;
import io.throughline.kernel.fulfilment.Step.CheckBillPayment;
import io.throughline.kernel.subscription.Subscription;
import io.throughline.kernel.subscription.UnpaidBill;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ERP says of a recurring invoice's payments, held against what was known of them, as of
 * orders' invoices. Of one that was paid nothing is known any more but that; where something is due
 * of it again, so much was taken back. Pure.
 */
final class BillPaymentDecisions {
  private BillPaymentDecisions() {}

  static List<SubscriptionEvent> taken(FulfilmentState state, TakeBillPayments told) {
    return state
        .subscriptions()
        .find(told.billId().lineId())
        .filter(line -> line.hasIssued(told.billId()))
        .map(
            line ->
                line.unpaid(told.billId())
                    .map(bill -> news(state, line, bill, told))
                    .orElseGet(() -> dueAgain(state, line, told)))
        .orElse(List.of());
  }

  private static List<SubscriptionEvent> dueAgain(
      FulfilmentState state, Subscription line, TakeBillPayments told) {
    return told.remaining().amount().signum() > 0
        ? List.of(reversed(state, line, told, told.remaining()))
        : List.of();
  }

  private static List<SubscriptionEvent> news(
      FulfilmentState state, Subscription line, UnpaidBill bill, TakeBillPayments told) {
    var events = new ArrayList<SubscriptionEvent>();
    if (bill.received().exceeds(told.paid())) {
      events.add(reversed(state, line, told, bill.received().minus(told.paid())));
    }
    var more =
        told.paid().exceeds(bill.received())
            ? told.paid().minus(bill.received())
            : Money.zero(told.paid().currency());
    if (told.remaining().amount().signum() <= 0) {
      var step = state.idOf(new CheckBillPayment(line.lineId(), bill.billId(), bill.occurrence()));
      events.add(
          new BillPaid(
              state.orderId(),
              state.customerId(),
              step,
              line.lineId(),
              bill.billId(),
              told.invoiceId(),
              more,
              state.exceptions().about(step),
              told.at()));
    } else if (!more.isZero()) {
      events.add(
          new BillPartlyPaid(
              state.orderId(),
              state.customerId(),
              line.lineId(),
              bill.billId(),
              told.invoiceId(),
              more,
              told.remaining(),
              told.at()));
    }
    return events;
  }

  private static BillPaymentReversed reversed(
      FulfilmentState state, Subscription line, TakeBillPayments told, Money amount) {
    return new BillPaymentReversed(
        state.orderId(),
        state.customerId(),
        line.lineId(),
        told.billId(),
        told.invoiceId(),
        amount,
        told.paid(),
        told.remaining(),
        told.at());
  }
}
