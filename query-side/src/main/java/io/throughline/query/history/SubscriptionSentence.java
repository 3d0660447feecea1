package io.throughline.query.history;

import static io.throughline.query.history.Sentence.because;
import static io.throughline.query.history.Sentence.money;

import io.throughline.kernel.OrderLine;
import io.throughline.kernel.event.SubscriptionEvent;
import io.throughline.kernel.event.SubscriptionEvent.*;

/** What happened to a subscription, in one sentence for a person. */
final class SubscriptionSentence {
  private SubscriptionSentence() {}

  static String of(SubscriptionEvent event) {
    return switch (event) {
      case SubscriptionScheduled it ->
          "Line "
              + it.lineId()
              + " is subscribed to from "
              + it.startsOn()
              + " on, "
              + price(it.line());
      case PeriodInvoiced it ->
          "The ERP invoiced "
              + money(it.net())
              + " for line "
              + it.lineId()
              + " from "
              + it.from()
              + " to before "
              + it.until()
              + " as "
              + it.invoiceNumber()
              + ".";
      case ChangeCharged it ->
          "The ERP invoiced "
              + money(it.net())
              + " besides for a change of line "
              + it.lineId()
              + " as "
              + it.invoiceNumber()
              + ".";
      case ChangeCredited it ->
          "The ERP credited "
              + money(it.net())
              + " for a change of line "
              + it.lineId()
              + " as "
              + it.creditMemoNumber()
              + ".";
      case BillPaid it -> "The invoice " + it.billId() + " was paid, " + money(it.amount()) + ".";
      case BillPartlyPaid it ->
          "Of the invoice "
              + it.billId()
              + " "
              + money(it.amount())
              + " was paid; "
              + money(it.remaining())
              + " is due.";
      case BillPaymentReversed it ->
          "A payment of "
              + money(it.amount())
              + " of the invoice "
              + it.billId()
              + " was taken back; "
              + money(it.remaining())
              + " is due.";
      case CreditApplied it ->
          "The credit "
              + it.creditId()
              + " lessens the invoice "
              + it.billId()
              + " by "
              + money(it.amount())
              + ".";
      case CreditRefunded it ->
          "Of the credit " + it.creditId() + " " + money(it.amount()) + " was paid back.";
      case CreditLeftOnAccount it ->
          "What is left of the credit " + it.creditId() + " stays on the customer's account.";
      case SubscriptionChangeAsked it ->
          "A change of line " + it.lineId() + " from " + it.from() + " on was asked for.";
      case SubscriptionChanged it ->
          "Line " + it.lineId() + " is changed from " + it.from() + " on, " + price(it.line());
      case SubscriptionChangeRefused it ->
          "Line " + it.lineId() + " stays as it was" + because(it.reason());
      case RenewalChanged it ->
          "Line " + it.lineId() + " goes on otherwise from " + it.from() + ", " + price(it.line());
      case SubscriptionCancelled it ->
          "The subscription of line "
              + it.lineId()
              + " was cancelled from "
              + it.from()
              + " on"
              + because(it.reason());
      case SubscriptionRenewed it ->
          "Term " + it.term() + " of line " + it.lineId() + " begins on " + it.from() + ".";
      case SubscriptionDayCame it -> it.day() + " came, on which something is due.";
      case GoodsSettled _ ->
          "All goods are delivered, invoiced and paid; what is left are subscriptions.";
      case SubscriptionEnded it ->
          "The subscription of line " + it.lineId() + " ended on " + it.from() + ".";
    };
  }

  private static String price(OrderLine line) {
    return money(line.net()) + " for each period.";
  }
}
