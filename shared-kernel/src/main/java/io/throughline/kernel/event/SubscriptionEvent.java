package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.kernel.privacy.Personal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What becomes of the lines of an order that are subscribed to. Days are those of the seller's
 * calendar (UTC); {@code until} is the first day that does not count any more.
 */
public sealed interface SubscriptionEvent extends FulfilmentEvent {

  /** A fact that answers a step of a subscription. */
  sealed interface SubscriptionAnswer extends SubscriptionEvent, StepAnswer {}

  /** What concerns one line. */
  sealed interface LineEvent extends SubscriptionEvent {
    LineId lineId();
  }

  /**
   * The ERP took the order: the line is subscribed to from that day on, for one term.
   *
   * @param line its quantity and prices are those of one period
   */
  record SubscriptionScheduled(
      OrderId orderId,
      CustomerId customerId,
      LineId lineId,
      OrderLine line,
      LocalDate startsOn,
      Instant at)
      implements LineEvent {}

  /**
   * The ERP invoiced a period.
   *
   * @param period counted from 1 over all terms
   */
  record PeriodInvoiced(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      LineId lineId,
      int period,
      LocalDate from,
      LocalDate until,
      BillId billId,
      String invoiceId,
      String invoiceNumber,
      Money net,
      Money tax,
      Instant at)
      implements LineEvent, SubscriptionAnswer {}

  /**
   * The ERP invoiced what a change within an invoiced period costs besides.
   *
   * @param adjustment counts the line's charges and credits from 1
   */
  record ChangeCharged(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      LineId lineId,
      int period,
      int adjustment,
      BillId billId,
      String invoiceId,
      String invoiceNumber,
      Money net,
      Money tax,
      Instant at)
      implements LineEvent, SubscriptionAnswer {}

  /**
   * The ERP credited what a change within an invoiced period makes of it too much.
   *
   * @param adjustment counts the line's charges and credits from 1
   * @param net above zero
   */
  record ChangeCredited(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      LineId lineId,
      int period,
      int adjustment,
      BillId billId,
      String creditMemoId,
      String creditMemoNumber,
      Money net,
      Money tax,
      Instant at)
      implements LineEvent, SubscriptionAnswer {}

  /**
   * Nothing of a recurring invoice is to be paid any more.
   *
   * @param amount what was paid since the ERP was asked last, with tax; zero where a credit settled
   *     it
   * @param closed exceptions that have nothing to wait for any more
   */
  record BillPaid(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      LineId lineId,
      BillId billId,
      String invoiceId,
      Money amount,
      List<ExceptionId> closed,
      Instant at)
      implements LineEvent, SubscriptionAnswer, ClosesExceptions {}

  /**
   * The ERP booked a payment, and some of the recurring invoice is due still.
   *
   * @param amount what was paid since the ERP was asked last, with tax
   * @param remaining what is still to be paid of it, with tax
   */
  record BillPartlyPaid(
      OrderId orderId,
      CustomerId customerId,
      LineId lineId,
      BillId billId,
      String invoiceId,
      Money amount,
      Money remaining,
      Instant at)
      implements LineEvent {}

  /**
   * What had been paid of a recurring invoice is not: the bank took it back. It may come when the
   * order has long been completed.
   *
   * @param amount what was taken back, with tax
   * @param paid what is still paid of it, with tax
   * @param remaining what is to be paid of it now, with tax
   */
  record BillPaymentReversed(
      OrderId orderId,
      CustomerId customerId,
      LineId lineId,
      BillId billId,
      String invoiceId,
      Money amount,
      Money paid,
      Money remaining,
      Instant at)
      implements LineEvent {}

  /**
   * The ERP lessened a recurring invoice by a credit, or by a part of it.
   *
   * @param lineId whose credit it is
   * @param billId the invoice, of that line or of another one of the order
   * @param amount with tax; zero where nothing of the invoice was due any more
   * @param left what of the credit is left, with tax
   * @param remaining what is still to be paid of the invoice, with tax
   */
  record CreditApplied(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      LineId lineId,
      BillId creditId,
      BillId billId,
      Money amount,
      Money left,
      Money remaining,
      Instant at)
      implements LineEvent, SubscriptionAnswer {}

  /**
   * The ERP paid back what was left of a credit.
   *
   * @param amount with tax
   */
  record CreditRefunded(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      LineId lineId,
      BillId creditId,
      String refundId,
      Money amount,
      Instant at)
      implements LineEvent, SubscriptionAnswer {}

  /** Somebody decided that what is left of a credit stays on the customer's account. */
  record CreditLeftOnAccount(
      OrderId orderId, CustomerId customerId, LineId lineId, BillId creditId, Instant at)
      implements LineEvent {}

  /**
   * Somebody wants the line changed from that day on; the ERP is asked whether it may be so.
   *
   * @param number counts the line's changes from 1
   * @param line as it is to be
   * @param actor who, as an opaque id
   */
  record SubscriptionChangeAsked(
      OrderId orderId,
      CustomerId customerId,
      LineId lineId,
      int number,
      LocalDate from,
      OrderLine line,
      String actor,
      Instant at)
      implements LineEvent {}

  /** The ERP has nothing against it: the line is as it was asked for, from that day on. */
  record SubscriptionChanged(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      LineId lineId,
      int number,
      LocalDate from,
      OrderLine line,
      Instant at)
      implements LineEvent, SubscriptionAnswer {}

  /** The line stays as it was. */
  record SubscriptionChangeRefused(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      LineId lineId,
      int number,
      @Personal String reason,
      Instant at)
      implements LineEvent, SubscriptionAnswer {}

  /** Somebody mended what stood in the way of another term: the line is so from that day on. */
  record RenewalChanged(
      OrderId orderId,
      CustomerId customerId,
      LineId lineId,
      LocalDate from,
      OrderLine line,
      Instant at)
      implements LineEvent {}

  /**
   * Somebody ended the subscription before it would have ended by itself.
   *
   * @param from the first day that is not paid for any more
   * @param actor who, as an opaque id
   */
  record SubscriptionCancelled(
      OrderId orderId,
      CustomerId customerId,
      LineId lineId,
      LocalDate from,
      @Personal String reason,
      String actor,
      Instant at)
      implements LineEvent {}

  /**
   * Another term was begun: the ERP has nothing against product and price.
   *
   * @param term counted from 1
   */
  record SubscriptionRenewed(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      LineId lineId,
      int term,
      LocalDate from,
      LocalDate until,
      Instant at)
      implements LineEvent, SubscriptionAnswer {}

  /** A day has come on which something of a subscription is due. */
  record SubscriptionDayCame(
      OrderId orderId, CustomerId customerId, StepId stepId, LocalDate day, Instant at)
      implements SubscriptionAnswer {}

  /**
   * All goods of the order are delivered, invoiced and paid; what is left of it are subscriptions.
   */
  record GoodsSettled(OrderId orderId, CustomerId customerId, Instant at)
      implements SubscriptionEvent {}

  /**
   * The subscription is over, and all of it is invoiced; payments may still be due.
   *
   * @param from the first day on which it was over
   */
  record SubscriptionEnded(
      OrderId orderId, CustomerId customerId, LineId lineId, LocalDate from, Instant at)
      implements LineEvent {}
}
