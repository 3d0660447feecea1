package io.throughline.kernel.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Milestone;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Sourced;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.kernel.privacy.Personal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order's way through the ERP and the logistics provider. */
public sealed interface FulfilmentEvent extends CustomerMatter
    permits FulfilmentEvent.StepAnswer,
        FulfilmentEvent.FulfilmentStarted,
        FulfilmentEvent.StepRequested,
        FulfilmentEvent.StepAbandoned,
        FulfilmentEvent.ShipmentPicked,
        FulfilmentEvent.ShipmentShipped,
        FulfilmentEvent.ShipmentDelivered,
        FulfilmentEvent.ShipmentDelayed,
        FulfilmentEvent.CancellationStarted,
        FulfilmentEvent.CancellationRefused,
        FulfilmentEvent.RemedyApplied,
        FulfilmentEvent.TermsChanged,
        FulfilmentEvent.FulfilmentCompleted,
        FulfilmentEvent.FulfilmentCancelled,
        CarriageEvent,
        DepositEvent,
        OperatorEvent,
        PaymentEvent,
        ReturnEvent,
        SaleEvent,
        SubscriptionEvent {

  OrderId orderId();

  /** A fact that answers a step: the step is done. */
  sealed interface StepAnswer extends FulfilmentEvent
      permits OrderValidated,
          SalesOrderCreated,
          StockAllocated,
          ShipDayCame,
          ShipmentRequested,
          ItemFulfilmentRecorded,
          InvoiceIssued,
          PaymentRecorded,
          ShipmentCancelled,
          ShipmentCancellationRefused,
          SalesOrderClosed,
          OrderInformed,
          FulfilmentParked,
          CarriageEvent.CarriageAnswer,
          DepositEvent.DepositAnswer,
          ReturnEvent.ReturnAnswer,
          SaleEvent.SaleAnswer,
          SubscriptionEvent.SubscriptionAnswer {
    StepId stepId();
  }

  /** The order set out; the terms are those it was submitted with. */
  record FulfilmentStarted(
      OrderId orderId, CustomerId customerId, SaleTerms terms, Instant submittedAt, Instant at)
      implements FulfilmentEvent {}

  /**
   * The process wants something done.
   *
   * @param round 1 at first, one more each time a remedy sets the step going again
   */
  record StepRequested(
      OrderId orderId, CustomerId customerId, StepId stepId, Step step, int round, Instant at)
      implements FulfilmentEvent {}

  /** The step is not wanted any more. */
  record StepAbandoned(
      OrderId orderId, CustomerId customerId, StepId stepId, @Personal String reason, Instant at)
      implements FulfilmentEvent {}

  /**
   * The ERP found nothing against the order.
   *
   * @param erp the ERP account that the order was routed to and belongs to from now on
   * @param taxRate as a fraction, as the ERP states it for the order's tax region
   * @param sourcing from which warehouses we want it, given the stock that the ERP stated; what is
   *     not in it was nowhere in stock
   */
  record OrderValidated(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      String erp,
      String erpCustomerId,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal taxRate,
      List<Sourced> sourcing,
      Instant at)
      implements StepAnswer {}

  /**
   * The order is in the ERP's books.
   *
   * @param net without tax, as the ERP reckons it
   * @param tax as the ERP reckons it
   */
  record SalesOrderCreated(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      String erpOrderId,
      String erpOrderNumber,
      Money net,
      Money tax,
      Instant at)
      implements StepAnswer {}

  /**
   * The ERP committed stock, at once or after a restock.
   *
   * @param allocations all of the order's, counted from its beginning
   * @param backOrdered what still waits for stock
   */
  record StockAllocated(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      List<Allocation> allocations,
      List<LineQuantity> backOrdered,
      Instant at)
      implements StepAnswer {}

  /** It is time to ask for the goods that are wanted on that day. */
  record ShipDayCame(
      OrderId orderId, CustomerId customerId, StepId stepId, LocalDate day, Instant at)
      implements StepAnswer {}

  /**
   * The logistics provider took the shipment on.
   *
   * @param shipTo null: to the order's own address
   * @param requestedOn null: as soon as can be
   */
  record ShipmentRequested(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ShipmentId shipmentId,
      String provider,
      String providerShipmentId,
      WarehouseId warehouse,
      @Nullable ShipToKey shipTo,
      @Nullable LocalDate requestedOn,
      List<LineQuantity> lines,
      Instant at)
      implements StepAnswer {}

  /** The goods are packed. */
  record ShipmentPicked(OrderId orderId, CustomerId customerId, ShipmentId shipmentId, Instant at)
      implements FulfilmentEvent {}

  /**
   * The goods left the warehouse, or the first of them.
   *
   * @param parcels those that the provider told of with it; empty where it does not say
   */
  record ShipmentShipped(
      OrderId orderId,
      CustomerId customerId,
      ShipmentId shipmentId,
      @Nullable String carrier,
      @Personal @Nullable String trackingNumber,
      List<CountedParcel> parcels,
      Instant at)
      implements FulfilmentEvent {}

  /** All of its goods arrived, in however many parcels. */
  record ShipmentDelivered(
      OrderId orderId, CustomerId customerId, ShipmentId shipmentId, Instant at)
      implements FulfilmentEvent {}

  /** The carrier met an obstacle; it may still deliver. */
  record ShipmentDelayed(
      OrderId orderId,
      CustomerId customerId,
      ShipmentId shipmentId,
      @Personal String reason,
      Instant at)
      implements FulfilmentEvent {}

  /** The ERP knows that the goods left. */
  record ItemFulfilmentRecorded(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ShipmentId shipmentId,
      String erpFulfilmentId,
      Instant at)
      implements StepAnswer {}

  /** The ERP invoiced what a shipment carried. */
  record InvoiceIssued(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ShipmentId shipmentId,
      String invoiceId,
      String invoiceNumber,
      Money net,
      Money tax,
      List<LineQuantity> lines,
      Instant at)
      implements StepAnswer {}

  /**
   * Nothing of an invoice is to be paid any more.
   *
   * @param amount what was paid on it since the ERP was asked last, with tax; zero where credits
   *     settle it
   * @param closed exceptions that have nothing to wait for any more
   */
  record PaymentRecorded(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ShipmentId shipmentId,
      String invoiceId,
      Money amount,
      List<ExceptionId> closed,
      Instant at)
      implements StepAnswer, ClosesExceptions {}

  /** Somebody asked to cancel, and nothing had left a warehouse yet. */
  record CancellationStarted(
      OrderId orderId, CustomerId customerId, @Personal String reason, Instant at)
      implements FulfilmentEvent {}

  /** It was too late to cancel; the order goes on. */
  record CancellationRefused(
      OrderId orderId, CustomerId customerId, @Personal String reason, Instant at)
      implements FulfilmentEvent {}

  /** The logistics provider will not ship. */
  record ShipmentCancelled(
      OrderId orderId, CustomerId customerId, StepId stepId, ShipmentId shipmentId, Instant at)
      implements StepAnswer {}

  /** The logistics provider had already shipped. */
  record ShipmentCancellationRefused(
      OrderId orderId,
      CustomerId customerId,
      StepId stepId,
      ShipmentId shipmentId,
      @Personal String reason,
      Instant at)
      implements StepAnswer {}

  /** The ERP will neither ship nor invoice any more of the order. */
  record SalesOrderClosed(OrderId orderId, CustomerId customerId, StepId stepId, Instant at)
      implements StepAnswer {}

  /** The order's own history knows. */
  record OrderInformed(
      OrderId orderId, CustomerId customerId, StepId stepId, Milestone milestone, Instant at)
      implements StepAnswer {}

  /**
   * A step cannot go on without a person.
   *
   * @param findings all that was found, the cause's own first; empty where there was no answer
   * @param answer what the dependency last said, for whoever looks into it
   * @param held the value without tax that waits because of it
   */
  record FulfilmentParked(
      OrderId orderId,
      CustomerId customerId,
      ExceptionId exceptionId,
      StepId stepId,
      Cause cause,
      Dependency dependency,
      Queue queue,
      List<Finding> findings,
      @Personal @Nullable String answer,
      Money held,
      List<Remedy> remedies,
      Instant at)
      implements StepAnswer {}

  /**
   * A person did something about a parked exception.
   *
   * @param actor who, as an opaque id
   */
  record RemedyApplied(
      OrderId orderId,
      CustomerId customerId,
      ExceptionId exceptionId,
      StepId stepId,
      Remedy remedy,
      @Personal Map<String, String> parameters,
      String actor,
      Instant at)
      implements FulfilmentEvent {}

  /**
   * A remedy changed what the order is fulfilled on; the terms replace the earlier ones whole.
   *
   * @param creditReleased whether finance lets it through above the credit limit
   * @param priceApproved whether the prices stand although they are not the list's
   */
  record TermsChanged(
      OrderId orderId,
      CustomerId customerId,
      SaleTerms terms,
      boolean creditReleased,
      boolean priceApproved,
      Instant at)
      implements FulfilmentEvent {}

  /**
   * Everything is delivered, invoiced and paid.
   *
   * @param closed exceptions that have nothing to wait for any more
   */
  record FulfilmentCompleted(
      OrderId orderId, CustomerId customerId, List<ExceptionId> closed, Instant at)
      implements FulfilmentEvent, ClosesExceptions {}

  /**
   * Whatever had been done is undone.
   *
   * @param closed exceptions that have nothing to wait for any more
   */
  record FulfilmentCancelled(
      OrderId orderId,
      CustomerId customerId,
      @Personal String reason,
      List<ExceptionId> closed,
      Instant at)
      implements FulfilmentEvent, ClosesExceptions {}
}
