package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderChange;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Sourced;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.kernel.privacy.Personal;
import java.time.Instant;
import java.util.List;

/** What becomes of a sale on its way: changes, holds, and goods that turn out to be elsewhere. */
public sealed interface SaleEvent extends FulfilmentEvent {

  /** A fact that answers a step of a change, or of sourcing anew. */
  sealed interface SaleAnswer extends SaleEvent, StepAnswer {}

  /**
   * Somebody wants the order changed; whether it can be is decided by what leaves the warehouses
   * until then, and by the ERP.
   *
   * @param number counts an order's changes from 1
   * @param actor who, as an opaque id
   */
  record OrderChangeStarted(
      OrderId orderId,
      CustomerId customerId,
      int number,
      OrderChange change,
      String actor,
      Instant at)
      implements SaleEvent {}

  /**
   * The ERP has the order in its books as it is wanted.
   *
   * @param net without tax, as the ERP reckons it
   * @param tax as the ERP reckons it
   * @param sourcing from which warehouses we want it now
   */
  record SalesOrderChanged(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      Money net,
      Money tax,
      List<Sourced> sourcing,
      Instant at)
      implements SaleAnswer {}

  /** The ERP will not have the order as it is wanted. */
  record SalesOrderChangeRefused(
      OrderId orderId, CustomerId customerId, StepId stepId, @Personal String reason, Instant at)
      implements SaleAnswer {}

  /**
   * The logistics provider found that the goods are not there: the shipment will never be.
   *
   * @param reason in the provider's words
   */
  record ShipmentUnstocked(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ShipmentId shipmentId,
      WarehouseId warehouse,
      @Personal String reason,
      Instant at)
      implements SaleAnswer {}

  /**
   * The ERP was told to take the goods from elsewhere.
   *
   * @param sourcing from which warehouses we want the order now
   */
  record OrderSourcedAgain(
      OrderId orderId, CustomerId customerId, StepId stepId, List<Sourced> sourcing, Instant at)
      implements SaleAnswer {}

  /**
   * Somebody wants the order cancelled, and some of it has left: that goes on, the rest is taken
   * out of the order as a change of it is.
   *
   * @param number counts an order's changes from 1
   * @param lines what has left of each line
   */
  record PartialCancellationStarted(
      OrderId orderId,
      CustomerId customerId,
      int number,
      List<LineQuantity> lines,
      @Personal String reason,
      Instant at)
      implements SaleEvent {}

  /**
   * The order is made to follow what left in a shipment, as a change of it is: more of a line, or
   * less where the rest is not wanted any more.
   *
   * @param number counts an order's changes from 1
   * @param lines how much of each such line is ordered then; 0: the line is taken out
   */
  record OrderAdjustmentStarted(
      OrderId orderId,
      CustomerId customerId,
      int number,
      ShipmentId shipmentId,
      List<LineQuantity> lines,
      Instant at)
      implements SaleEvent {}

  /**
   * A product that the order waits for was changed in the ERP.
   *
   * @param discontinued whether it is not sold any more
   */
  record ProductChanged(
      OrderId orderId, CustomerId customerId, ProductId productId, boolean discontinued, Instant at)
      implements SaleEvent {}

  /** From here on the order is fulfilled on these terms. */
  record OrderChanged(
      OrderId orderId, CustomerId customerId, int number, SaleTerms terms, Instant at)
      implements SaleEvent {}

  /** The order stays as it was. */
  record OrderChangeRefused(
      OrderId orderId, CustomerId customerId, int number, @Personal String reason, Instant at)
      implements SaleEvent {}

  /**
   * Nothing new is begun for the order until it is released; what is under way finishes.
   *
   * @param actor who, as an opaque id
   */
  record OrderHeld(
      OrderId orderId, CustomerId customerId, @Personal String reason, String actor, Instant at)
      implements SaleEvent {}

  /**
   * The order goes on.
   *
   * @param actor who, as an opaque id
   */
  record OrderReleased(
      OrderId orderId, CustomerId customerId, @Personal String reason, String actor, Instant at)
      implements SaleEvent {}
}
