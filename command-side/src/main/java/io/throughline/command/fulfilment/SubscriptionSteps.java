package io.throughline.command.fulfilment;

import io.throughline.command.customer.Successors;
import io.throughline.command.erp.Erp;
import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.erp.ErpBilling.Bill;
import io.throughline.command.erp.ErpBilling.SubscriptionCharge;
import io.throughline.command.erp.ErpCredits.CreditMemo;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeBillPayments;
import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.fulfilment.StepOutcome.Learned;
import io.throughline.command.fulfilment.StepOutcome.NotYet;
import io.throughline.command.fulfilment.StepOutcome.Refused;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCharged;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCredited;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChangeRefused;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionRenewed;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.subscription.BilledPeriod;
import io.throughline.kernel.subscription.Subscription;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Carries out the steps about lines that are subscribed to. */
@Component
class SubscriptionSteps {
  /** How often the ERP is asked for a payment (business time): it has no way to tell us. */
  private static final Duration PAYMENT_PAUSE = Duration.ofHours(6);

  private final BusinessClock clock;
  private final Successors successors;
  private final CreditSteps credits;
  private final int overdueAfter;

  /**
   * @param overdueAfter how many periods after it was issued an unpaid invoice is finance's matter
   */
  SubscriptionSteps(
      BusinessClock clock,
      Successors successors,
      CreditSteps credits,
      @Value("${throughline.subscriptions.overdue-after-periods:2}") int overdueAfter) {
    this.clock = clock;
    this.successors = successors;
    this.credits = credits;
    this.overdueAfter = overdueAfter;
  }

  StepOutcome perform(Step.SubscriptionStep step, Erp erp, FulfilmentState state) {
    var line = state.subscriptions().find(step.lineId()).orElseThrow();
    return switch (step) {
      case Step.InvoicePeriod invoice -> invoice(invoice, line, erp, state);
      case Step.AdjustPeriod adjust -> adjust(adjust, line, erp, state);
      case Step.CheckBillPayment check -> checkPayment(check, erp, state);
      case Step.CheckSubscriptionChange check -> checkChange(check, line, erp, state);
      case Step.RenewSubscription renew -> renew(renew, line, erp, state);
      case Step.CreditStep credit -> credits.perform(credit, erp, state);
    };
  }

  private StepOutcome invoice(
      Step.InvoicePeriod step, Subscription line, Erp erp, FulfilmentState state) {
    var period = line.calendar().period(step.period());
    var bill = BillId.ofPeriod(state.orderId(), line.lineId(), period.number());
    var charge =
        charge(bill, line.on(period.from()), line.worthOf(period), period.from(), period, state);
    return fromErp(
        erp.invoiceSubscription(charge),
        made ->
            new Answered(
                new PeriodInvoiced(
                    state.orderId(),
                    state.customerId(),
                    state.idOf(step),
                    line.lineId(),
                    period.number(),
                    period.from(),
                    period.until(),
                    bill,
                    made.id(),
                    made.number(),
                    made.net(),
                    made.tax(),
                    clock.instant())));
  }

  private StepOutcome adjust(
      Step.AdjustPeriod step, Subscription line, Erp erp, FulfilmentState state) {
    var period = line.calendar().period(step.period());
    var bill = BillId.ofAdjustment(state.orderId(), line.lineId(), period.number(), step.number());
    var isCredit = step.amount().amount().signum() < 0;
    var amount =
        isCredit ? Money.zero(step.amount().currency()).minus(step.amount()) : step.amount();
    var from = changedIn(line, period);
    var charge = charge(bill, line.on(from), amount, from, period, state);
    return isCredit
        ? fromErp(erp.creditSubscription(charge), made -> credited(step, bill, made, state))
        : fromErp(erp.invoiceSubscription(charge), made -> charged(step, bill, made, state));
  }

  /** The last day within the period from which something else holds. */
  private static LocalDate changedIn(Subscription line, BilledPeriod period) {
    return line.end()
        .filter(period::contains)
        .or(
            () ->
                line.rates().stream()
                    .map(Subscription.Rate::from)
                    .filter(period::contains)
                    .max(LocalDate::compareTo))
        .orElse(period.from());
  }

  private Answered charged(Step.AdjustPeriod step, BillId bill, Bill made, FulfilmentState state) {
    return new Answered(
        new ChangeCharged(
            state.orderId(),
            state.customerId(),
            state.idOf(step),
            step.lineId(),
            step.period(),
            step.number(),
            bill,
            made.id(),
            made.number(),
            made.net(),
            made.tax(),
            clock.instant()));
  }

  private Answered credited(
      Step.AdjustPeriod step, BillId bill, CreditMemo made, FulfilmentState state) {
    return new Answered(
        new ChangeCredited(
            state.orderId(),
            state.customerId(),
            state.idOf(step),
            step.lineId(),
            step.period(),
            step.number(),
            bill,
            made.creditMemoId(),
            made.number(),
            made.net(),
            made.tax(),
            clock.instant()));
  }

  private SubscriptionCharge charge(
      BillId bill,
      OrderLine line,
      Money net,
      LocalDate from,
      BilledPeriod period,
      FulfilmentState state) {
    var sale = state.terms().sale();
    return new SubscriptionCharge(
        bill,
        state.orderId(),
        successors.of(state.customerId()),
        line.lineId(),
        line.productId(),
        line.quantity(),
        sale.taxRegion(),
        sale.partnerId(),
        net,
        Subscriptions.dayOf(clock.instant()),
        from,
        period.until());
  }

  private StepOutcome checkPayment(Step.CheckBillPayment step, Erp erp, FulfilmentState state) {
    return fromErp(
        erp.subscriptionInvoice(step.billId()),
        found ->
            found
                .<StepOutcome>map(bill -> told(step, bill, state))
                .orElseGet(() -> BooksAmiss.ofBill(step.billId())));
  }

  /** What was paid is taken first; if the step still waits then, it goes on as said. */
  private StepOutcome told(Step.CheckBillPayment step, Bill bill, FulfilmentState state) {
    return new Learned(
        new TakeBillPayments(
            state.orderId(),
            step.billId(),
            bill.id(),
            bill.paid(),
            bill.remaining(),
            clock.instant()),
        now -> {
          var line = now.subscriptions().find(step.lineId()).orElseThrow();
          return line.unpaid(step.billId())
              .flatMap(known -> BooksAmiss.ofPayment(known, bill))
              .<StepOutcome>map(Function.identity())
              .orElseGet(() -> notPaid(step, line, bill, now));
        });
  }

  private StepOutcome notPaid(
      Step.CheckBillPayment step, Subscription line, Bill bill, FulfilmentState state) {
    var overdue =
        PaymentPatience.overdueOn(line, step.billId(), overdueAfter, roundOf(step, state));
    if (Subscriptions.dayOf(clock.instant()).isBefore(overdue)) {
      return new NotYet(PAYMENT_PAUSE);
    }
    var message =
        "The invoice "
            + bill.number()
            + " of the subscription of line "
            + line.lineId()
            + " should have been paid by "
            + overdue
            + ".";
    return new Refused(
        Dependency.ERP,
        List.of(
            Finding.of(
                Cause.PAYMENT_OVERDUE,
                line.lineId(),
                message,
                Map.of(
                    Condition.INVOICE, bill.number(),
                    Condition.NET, bill.net().amount().toPlainString(),
                    Condition.CURRENCY, bill.net().currency().getCurrencyCode(),
                    Condition.DUE, overdue.toString()))),
        message);
  }

  private static int roundOf(Step.CheckBillPayment step, FulfilmentState state) {
    return Math.max(1, state.steps().nextRound(state.idOf(step)) - 1);
  }

  private StepOutcome checkChange(
      Step.CheckSubscriptionChange step, Subscription line, Erp erp, FulfilmentState state) {
    var asked = line.asked();
    if (asked == null) {
      throw new IllegalStateException("Nobody asked for a change of line " + line.lineId() + ".");
    }
    return fromErp(
        erp.checkPrices(orderOf(asked.line(), state, false)),
        findings ->
            new Answered(
                findings.isEmpty()
                    ? new SubscriptionChanged(
                        state.orderId(),
                        state.customerId(),
                        state.idOf(step),
                        line.lineId(),
                        step.number(),
                        asked.from(),
                        asked.line(),
                        clock.instant())
                    : new SubscriptionChangeRefused(
                        state.orderId(),
                        state.customerId(),
                        state.idOf(step),
                        line.lineId(),
                        step.number(),
                        words(findings),
                        clock.instant())));
  }

  private StepOutcome renew(
      Step.RenewSubscription step, Subscription line, Erp erp, FulfilmentState state) {
    var from = line.calendar().endOfTerm(line.terms());
    return fromErp(
        erp.checkPrices(orderOf(line.on(from), state, state.terms().priceApproved())),
        findings ->
            findings.isEmpty()
                ? new Answered(
                    new SubscriptionRenewed(
                        state.orderId(),
                        state.customerId(),
                        state.idOf(step),
                        line.lineId(),
                        step.term(),
                        from,
                        line.calendar().endOfTerm(step.term()),
                        clock.instant()))
                : new Refused(
                    Dependency.ERP,
                    findings.stream().map(SubscriptionSteps::atRenewal).toList(),
                    words(findings)));
  }

  /** What is wrong at a renewal has remedies of its own. */
  private static Finding atRenewal(Finding finding) {
    var cause =
        switch (finding.cause()) {
          case PRODUCT_UNKNOWN, PRODUCT_DISCONTINUED -> Cause.RENEWAL_PRODUCT_GONE;
          case PRICE_NOT_APPROVED -> Cause.RENEWAL_PRICE_NOT_APPROVED;
          default -> finding.cause();
        };
    return finding.as(cause);
  }

  private static String words(List<Finding> findings) {
    return findings.stream().map(Finding::message).collect(Collectors.joining(" "));
  }

  private ErpOrder orderOf(OrderLine line, FulfilmentState state, boolean priceApproved) {
    return new ErpOrder(
        state.orderId(),
        successors.of(state.customerId()),
        null,
        state.terms().sale().withLines(List.of(line)),
        List.of(),
        false,
        priceApproved,
        null);
  }

  private static <T> StepOutcome fromErp(
      Answer<T> answer, Function<T, ? extends StepOutcome> whenDone) {
    return StepOutcome.of(Dependency.ERP, answer, whenDone);
  }
}
