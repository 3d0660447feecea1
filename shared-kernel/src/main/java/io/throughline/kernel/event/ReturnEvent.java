package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.InspectedLine;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.ReturnOutcome;
import io.throughline.kernel.fulfilment.Settlement;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.kernel.privacy.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods that come back, and the money for them. {@code actor} is who did it, as an opaque id, or
 * the logistics provider's name; {@code closed} are exceptions that have nothing to wait for any
 * more.
 */
public sealed interface ReturnEvent extends FulfilmentEvent {

  ReturnId returnId();

  /** A fact that answers a step of a return. */
  sealed interface ReturnAnswer extends ReturnEvent, StepAnswer {}

  /**
   * Somebody wants to give goods back that have left a warehouse.
   *
   * @param settlement what the customer wants for them
   */
  record ReturnRequested(
      OrderId orderId,
      CustomerId customerId,
      ReturnId returnId,
      List<LineQuantity> lines,
      Settlement settlement,
      @Personal String reason,
      List<ExceptionId> closed,
      String actor,
      Instant at)
      implements ReturnEvent, ClosesExceptions {}

  /** The ERP allows it. */
  record ReturnAuthorized(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ReturnId returnId,
      String erpReturnId,
      String erpReturnNumber,
      Instant at)
      implements ReturnAnswer {}

  /**
   * The logistics provider expects the goods.
   *
   * @param shipmentId one that brought them
   * @param warehouse where they are to come to
   */
  record ReturnAnnounced(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ReturnId returnId,
      ShipmentId shipmentId,
      String provider,
      String providerReturnId,
      WarehouseId warehouse,
      Instant at)
      implements ReturnAnswer {}

  /** The goods came to the warehouse. */
  record ReturnReceived(OrderId orderId, CustomerId customerId, ReturnId returnId, Instant at)
      implements ReturnEvent {}

  /**
   * Somebody looked at the goods; an inspection that comes later takes its place.
   *
   * @param inspected line by line
   * @param note in the words of whoever looked
   * @param told whether the logistics provider told of it, and no person of ours
   */
  record ReturnInspected(
      OrderId orderId,
      CustomerId customerId,
      ReturnId returnId,
      List<InspectedLine> inspected,
      @Personal @Nullable String note,
      boolean told,
      List<ExceptionId> closed,
      String actor,
      Instant at)
      implements ReturnEvent, ClosesExceptions {}

  /** The goods that were waited for have come, told late or found by asking. */
  record ReturnChecked(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ReturnId returnId,
      List<ExceptionId> closed,
      Instant at)
      implements ReturnAnswer, ClosesExceptions {}

  /**
   * It is settled what of the goods is taken back.
   *
   * @param lines what is; empty: nothing
   */
  record InspectionConfirmed(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ReturnId returnId,
      List<LineQuantity> lines,
      Instant at)
      implements ReturnAnswer {}

  /** The ERP knows that the goods are back. */
  record ReturnReceiptRecorded(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ReturnId returnId,
      String erpReceiptId,
      Instant at)
      implements ReturnAnswer {}

  /**
   * The ERP credits what was taken back.
   *
   * @param applied what of it, with tax, lessens what the customer still had to pay of the order
   */
  record CreditMemoIssued(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ReturnId returnId,
      String creditMemoId,
      String creditMemoNumber,
      Money net,
      Money tax,
      Money applied,
      List<LineQuantity> lines,
      Instant at)
      implements ReturnAnswer {}

  /**
   * The ERP paid a credit back.
   *
   * @param amount with tax
   */
  record RefundIssued(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ReturnId returnId,
      String refundId,
      Money amount,
      Instant at)
      implements ReturnAnswer {}

  /** The goods are not going to come; what was begun for them is undone. */
  record ReturnWithdrawn(
      OrderId orderId,
      CustomerId customerId,
      ReturnId returnId,
      @Personal String reason,
      List<ExceptionId> closed,
      String actor,
      Instant at)
      implements ReturnEvent, ClosesExceptions {}

  /** The logistics provider does not expect the goods any more. */
  record ReturnAnnouncementWithdrawn(
      OrderId orderId, CustomerId customerId, StepId stepId, ReturnId returnId, Instant at)
      implements ReturnAnswer {}

  /** The ERP will take back no more on the authorization. */
  record ReturnAuthorizationClosed(
      OrderId orderId, CustomerId customerId, StepId stepId, ReturnId returnId, Instant at)
      implements ReturnAnswer {}

  /** Nothing more is to be done for the return. */
  record ReturnClosed(
      OrderId orderId, CustomerId customerId, ReturnId returnId, ReturnOutcome outcome, Instant at)
      implements ReturnEvent {}
}
