package io.throughline.command.fulfilment;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCharged;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCredited;
import io.throughline.kernel.event.SubscriptionEvent.CreditApplied;
import io.throughline.kernel.event.SubscriptionEvent.CreditRefunded;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionRenewed;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.kernel.subscription.Subscription;
import io.throughline.kernel.subscription.UnpaidBill;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/** What an ERP that says yes to everything makes of a subscription's steps. */
final class SubscriptionFacts {
  private static final CustomerId CUSTOMER = new CustomerId("ACME");

  private SubscriptionFacts() {}

  static StepAnswer of(Step.SubscriptionStep step, FulfilmentState state, Instant at) {
    var order = state.orderId();
    var id = StepId.of(order, step);
    var line = state.subscriptions().find(step.lineId()).orElseThrow();
    var calendar = line.calendar();
    return switch (step) {
      case Step.InvoicePeriod invoice -> {
        var period = calendar.period(invoice.period());
        var net = line.worthOf(period);
        var bill = BillId.ofPeriod(order, line.lineId(), invoice.period());
        yield new PeriodInvoiced(
            order,
            CUSTOMER,
            id,
            line.lineId(),
            period.number(),
            period.from(),
            period.until(),
            bill,
            bill.value(),
            "INV" + bill,
            net,
            taxOn(net),
            at);
      }
      case Step.AdjustPeriod adjust -> {
        var bill = BillId.ofAdjustment(order, line.lineId(), adjust.period(), adjust.number());
        var isCredit = adjust.amount().amount().signum() < 0;
        var net = new Money(adjust.amount().amount().abs(), adjust.amount().currency());
        yield isCredit
            ? new ChangeCredited(
                order,
                CUSTOMER,
                id,
                line.lineId(),
                adjust.period(),
                adjust.number(),
                bill,
                bill.value(),
                "CM" + bill,
                net,
                taxOn(net),
                at)
            : new ChangeCharged(
                order,
                CUSTOMER,
                id,
                line.lineId(),
                adjust.period(),
                adjust.number(),
                bill,
                bill.value(),
                "INV" + bill,
                net,
                taxOn(net),
                at);
      }
      case Step.CheckBillPayment check -> {
        yield new BillPaid(
            order,
            CUSTOMER,
            id,
            line.lineId(),
            check.billId(),
            check.billId().value(),
            due(line, check.billId()),
            state.exceptions().about(id),
            at);
      }
      case Step.ApplyCredit apply -> {
        var credit = line.credit(apply.creditId()).orElseThrow();
        var debtor = state.subscriptions().find(apply.billId().lineId()).orElseThrow();
        var due = due(debtor, apply.billId());
        var part = credit.left().exceeds(due) ? due : credit.left();
        yield new CreditApplied(
            order,
            CUSTOMER,
            id,
            line.lineId(),
            apply.creditId(),
            apply.billId(),
            part,
            credit.left().minus(part),
            due.minus(part),
            at);
      }
      case Step.RefundSubscriptionCredit refund ->
          new CreditRefunded(
              order,
              CUSTOMER,
              id,
              line.lineId(),
              refund.creditId(),
              "4005",
              line.credit(refund.creditId()).orElseThrow().left(),
              at);
      case Step.CheckSubscriptionChange check -> {
        var asked = Objects.requireNonNull(line.asked());
        yield new SubscriptionChanged(
            order, CUSTOMER, id, line.lineId(), check.number(), asked.from(), asked.line(), at);
      }
      case Step.RenewSubscription renew ->
          new SubscriptionRenewed(
              order,
              CUSTOMER,
              id,
              line.lineId(),
              renew.term(),
              calendar.endOfTerm(line.terms()),
              calendar.endOfTerm(renew.term()),
              at);
    };
  }

  /** The same payment of another amount. */
  static BillPaid paid(BillPaid paid, Money amount) {
    return new BillPaid(
        paid.orderId(),
        paid.customerId(),
        paid.stepId(),
        paid.lineId(),
        paid.billId(),
        paid.invoiceId(),
        amount,
        paid.closed(),
        paid.at());
  }

  private static Money due(Subscription line, BillId bill) {
    return line.unpaid().stream()
        .filter(it -> it.billId().equals(bill))
        .findFirst()
        .map(UnpaidBill::due)
        .orElse(Money.zero(line.booked().currency())); // it was paid
  }

  private static Money taxOn(Money net) {
    return net.times(new BigDecimal("0.19"));
  }
}
