package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.StepId;
import java.time.Instant;
import java.util.List;

/**
 * What customers pay before anything is shipped. Amounts are with tax, in the order's currency, as
 * the ERP states them.
 */
public sealed interface DepositEvent extends FulfilmentEvent {

  /** A fact that answers a step about a deposit. */
  sealed interface DepositAnswer extends DepositEvent, StepAnswer {}

  /**
   * The ERP asks the customer for a deposit. Where the order was changed, it is asked for anew, and
   * this takes the place of what was asked for before.
   *
   * @param amount what is asked for in all, whatever of it is paid
   * @param closed exceptions about what was asked for before: the customer has as long again
   */
  record DepositRequested(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      Money amount,
      List<ExceptionId> closed,
      Instant at)
      implements DepositAnswer, ClosesExceptions {}

  /**
   * The ERP booked some of a deposit, or all.
   *
   * @param amount what was paid since the ERP was asked last
   * @param remaining what is still to be paid of it; zero: nothing waits for it any more
   * @param closed exceptions that have nothing to wait for any more
   */
  record DepositReceived(
      OrderId orderId,
      CustomerId customerId,
      Money amount,
      Money remaining,
      List<ExceptionId> closed,
      Instant at)
      implements DepositEvent, ClosesExceptions {}

  /**
   * Some of what was paid in advance was taken back by the bank, or all. What of it had paid an
   * invoice is no part of this: the invoice shows it.
   *
   * @param amount what of it nothing was bought with yet
   * @param remaining what is to be paid of the deposit now
   */
  record DepositReversed(
      OrderId orderId, CustomerId customerId, Money amount, Money remaining, Instant at)
      implements DepositEvent {}

  /**
   * The ERP paid an invoice with what was paid in advance.
   *
   * @param amount what of the deposit; zero where there was nothing to pay
   */
  record DepositApplied(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ShipmentId shipmentId,
      String invoiceId,
      Money amount,
      Instant at)
      implements DepositAnswer {}

  /**
   * The ERP paid back what of a deposit nothing is bought for.
   *
   * @param amount zero where there was nothing to pay back
   */
  record DepositRefunded(
      OrderId orderId, CustomerId customerId, StepId stepId, Money amount, Instant at)
      implements DepositAnswer {}
}
