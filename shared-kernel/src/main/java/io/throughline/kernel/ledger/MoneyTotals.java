package io.throughline.kernel.ledger;

import io.throughline.kernel.Money;
import io.throughline.kernel.event.DepositEvent.DepositApplied;
import io.throughline.kernel.event.DepositEvent.DepositReceived;
import io.throughline.kernel.event.DepositEvent.DepositRefunded;
import io.throughline.kernel.event.DepositEvent.DepositReversed;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PartPaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PaymentReversed;
import io.throughline.kernel.event.ReturnEvent.CreditMemoIssued;
import io.throughline.kernel.event.ReturnEvent.RefundIssued;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPartlyPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPaymentReversed;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCharged;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCredited;
import io.throughline.kernel.event.SubscriptionEvent.CreditApplied;
import io.throughline.kernel.event.SubscriptionEvent.CreditRefunded;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An order's money as the ERP has stated it, with tax, in the order's currency.
 *
 * @param invoiced all invoices
 * @param payments all that was ever booked as paid on them, without deposits
 * @param reversed what of the payments was taken back again
 * @param credited all credit memos
 * @param applied what of the credits lessens what invoices ask for
 * @param refunded what of the credits was paid back
 * @param deposits all that was paid in advance and was not taken back
 * @param depositsApplied what of the deposits paid invoices
 * @param depositsRefunded what of the deposits was paid back
 */
public record MoneyTotals(
    Money invoiced,
    Money payments,
    Money reversed,
    Money credited,
    Money applied,
    Money refunded,
    Money deposits,
    Money depositsApplied,
    Money depositsRefunded) {

  public static MoneyTotals none(Currency currency) {
    var none = Money.zero(currency);
    return new MoneyTotals(none, none, none, none, none, none, none, none, none);
  }

  /** With what the event tells of money; most tell of none. */
  public MoneyTotals evolve(FulfilmentEvent event) {
    return switch (event) {
      case InvoiceIssued invoice -> invoice(invoice.net().plus(invoice.tax()));
      case PaymentRecorded payment -> pay(payment.amount());
      case PartPaymentRecorded payment -> pay(payment.amount());
      case PaymentReversed payment -> reverse(payment.amount());
      case CreditMemoIssued memo -> credit(memo.net().plus(memo.tax()), memo.applied());
      case RefundIssued refund -> refund(refund.amount());
      case DepositReceived deposit -> deposits(deposit.amount(), zero(), zero());
      case DepositReversed deposit -> deposits(zero().minus(deposit.amount()), zero(), zero());
      case DepositApplied deposit -> deposits(zero(), deposit.amount(), zero());
      case DepositRefunded deposit -> deposits(zero(), zero(), deposit.amount());
      case PeriodInvoiced bill -> invoice(bill.net().plus(bill.tax()));
      case ChangeCharged bill -> invoice(bill.net().plus(bill.tax()));
      case ChangeCredited memo -> credit(memo.net().plus(memo.tax()), zero());
      case CreditApplied applied -> credit(zero(), applied.amount());
      case CreditRefunded refund -> refund(refund.amount());
      case BillPaid payment -> pay(payment.amount());
      case BillPartlyPaid payment -> pay(payment.amount());
      case BillPaymentReversed payment -> reverse(payment.amount());
      case FulfilmentEvent _ -> this;
    };
  }

  /** What invoices were paid with, and still are. */
  public Money paid() {
    return payments.plus(depositsApplied).minus(reversed);
  }

  /** What the customer still owes: invoiced = paid + due + applied. */
  public Money due() {
    return invoiced.minus(paid()).minus(applied);
  }

  /** What of the credits is used for nothing yet: credited = applied + refunded + this. */
  public Money onAccount() {
    return credited.minus(applied).minus(refunded);
  }

  /** What of the deposits has paid nothing yet, and is not paid back. */
  public Money depositsLeft() {
    return deposits.minus(depositsApplied).minus(depositsRefunded);
  }

  /**
   * Whether so much can be paid back: no more than came in, and neither went back nor was taken.
   */
  public boolean covers(Money back) {
    var in = payments.minus(reversed).plus(deposits);
    return !refunded.plus(depositsRefunded).plus(back).exceeds(in);
  }

  private MoneyTotals invoice(Money amount) {
    return with(invoiced.plus(amount), payments, reversed);
  }

  private MoneyTotals pay(Money amount) {
    return with(invoiced, payments.plus(amount), reversed);
  }

  private MoneyTotals reverse(Money amount) {
    return with(invoiced, payments, reversed.plus(amount));
  }

  private Money zero() {
    return Money.zero(invoiced.currency());
  }

  private MoneyTotals deposits(Money received, Money onInvoices, Money back) {
    return new MoneyTotals(
        invoiced,
        payments,
        reversed,
        credited,
        applied,
        refunded,
        deposits.plus(received),
        depositsApplied.plus(onInvoices),
        depositsRefunded.plus(back));
  }

  private MoneyTotals with(Money billed, Money taken, Money lost) {
    return new MoneyTotals(
        billed,
        taken,
        lost,
        credited,
        applied,
        refunded,
        deposits,
        depositsApplied,
        depositsRefunded);
  }

  private MoneyTotals credit(Money amount, Money onInvoices) {
    return credits(credited.plus(amount), applied.plus(onInvoices), refunded);
  }

  private MoneyTotals refund(Money amount) {
    return credits(credited, applied, refunded.plus(amount));
  }

  private MoneyTotals credits(Money all, Money onInvoices, Money back) {
    return new MoneyTotals(
        invoiced,
        payments,
        reversed,
        all,
        onInvoices,
        back,
        deposits,
        depositsApplied,
        depositsRefunded);
  }

  List<String> breaches() {
    var found = new ArrayList<String>();
    if (paid().plus(applied).exceeds(invoiced)) {
      found.add(
          "Money: "
              + paid()
              + " paid"
              + (applied.isZero() ? "" : " and " + applied + " credited")
              + " on invoices of "
              + invoiced
              + ".");
    }
    more(found, credited, "credited", invoiced, "invoiced");
    more(found, applied.plus(refunded), "applied and refunded", credited, "credited");
    more(
        found,
        refunded.plus(depositsRefunded),
        "refunded",
        payments.plus(deposits),
        "paid and deposited");
    more(found, reversed, "reversed", payments, "paid");
    more(
        found,
        depositsApplied.plus(depositsRefunded),
        "of deposits applied and refunded",
        deposits,
        "deposited");
    return found;
  }

  private static void more(List<String> found, Money amount, String what, Money most, String of) {
    if (amount.exceeds(most)) {
      found.add("Money: " + amount + " " + what + " of " + most + " " + of + ".");
    }
  }
}
