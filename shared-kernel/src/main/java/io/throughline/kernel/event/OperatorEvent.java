package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Detour;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.kernel.privacy.Personal;
import java.time.Instant;
import java.util.List;

/**
 * What operators do to an order besides remedies, and what they are reminded of. {@code actor} is
 * who did it, as an opaque id; {@code closed} are exceptions that have nothing to wait for any
 * more.
 */
public sealed interface OperatorEvent extends FulfilmentEvent {

  /** Nothing more of the order is begun until it is resumed; what is under way finishes. */
  record OrderPaused(
      OrderId orderId, CustomerId customerId, @Personal String reason, String actor, Instant at)
      implements OperatorEvent {}

  /** The order goes on from where it is. */
  record OrderResumed(
      OrderId orderId, CustomerId customerId, @Personal String reason, String actor, Instant at)
      implements OperatorEvent {}

  /** The step is asked for anew, under the same key. */
  record StepRetried(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      List<ExceptionId> closed,
      @Personal String reason,
      String actor,
      Instant at)
      implements OperatorEvent, ClosesExceptions {}

  /** The step counts as done: somebody did it by hand, or it need not be done. */
  record StepSkipped(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      List<ExceptionId> closed,
      @Personal String reason,
      String actor,
      Instant at)
      implements OperatorEvent, ClosesExceptions {}

  /** The step is carried out elsewhere. */
  record StepRerouted(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      Detour detour,
      List<ExceptionId> closed,
      @Personal String reason,
      String actor,
      Instant at)
      implements OperatorEvent, ClosesExceptions {}

  /**
   * The step is carried out with what two people put in place of what was there; the terms that
   * follow from it come as {@code TermsChanged} before this.
   *
   * @param approvalId by which one asked and another agreed
   */
  record PayloadInjected(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ApprovalId approvalId,
      List<ExceptionId> closed,
      String actor,
      Instant at)
      implements OperatorEvent, ClosesExceptions {}

  /**
   * An exception has been open longer than its queue has for it. It is said once of each.
   *
   * @param held the value without tax that waits because of it
   * @param since when it was parked
   * @param due when it should have been mended
   */
  record ExceptionOverdue(
      OrderId orderId,
      CustomerId customerId,
      ExceptionId exceptionId,
      Cause cause,
      Queue queue,
      Money held,
      Instant since,
      Instant due,
      Instant at)
      implements OperatorEvent {}
}
