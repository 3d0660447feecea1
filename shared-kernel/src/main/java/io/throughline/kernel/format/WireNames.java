package io.throughline.kernel.format;

import static java.util.Map.entry;

import io.throughline.kernel.event.ApprovalEvent;
import io.throughline.kernel.event.CarriageEvent;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerSyncEvent;
import io.throughline.kernel.event.DepositEvent;
import io.throughline.kernel.event.EpochEvent;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.MaintenanceEvent;
import io.throughline.kernel.event.OperatorEvent;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.PaymentEvent;
import io.throughline.kernel.event.ReturnEvent;
import io.throughline.kernel.event.SaleEvent;
import io.throughline.kernel.event.SubscriptionEvent;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The name under which each event is stored and published: {@code family.what-happened.version}. A
 * class may be renamed at will; its wire name may not, once a release holds it.
 */
public final class WireNames {
  private static final SequencedMap<String, Class<? extends Event>> CURRENT =
      new TreeMap<>(
          Map.<String, Class<? extends Event>>ofEntries(
              entry("order.submitted.v1", OrderEvent.OrderSubmitted.class),
              entry("order.accepted.v1", OrderEvent.OrderAccepted.class),
              entry("order.shipped.v1", OrderEvent.OrderShipped.class),
              entry("order.cancellation-requested.v1", OrderEvent.OrderCancellationRequested.class),
              entry("order.cancellation-refused.v1", OrderEvent.OrderCancellationRefused.class),
              entry("order.cancelled.v1", OrderEvent.OrderCancelled.class),
              entry("order.partly-cancelled.v1", OrderEvent.OrderPartlyCancelled.class),
              entry("order.completed.v1", OrderEvent.OrderCompleted.class),
              entry("customer.registered.v1", CustomerEvent.CustomerRegistered.class),
              entry("customer.changed.v1", CustomerEvent.CustomerChanged.class),
              entry("customer.synchronized.v1", CustomerEvent.CustomerSynchronized.class),
              entry("customer.refused-by-erp.v1", CustomerEvent.CustomerRefusedByErp.class),
              entry("customer.legal-hold-placed.v1", CustomerEvent.LegalHoldPlaced.class),
              entry("customer.legal-hold-released.v1", CustomerEvent.LegalHoldReleased.class),
              entry("customer.erasure-began.v1", CustomerEvent.ErasureBegan.class),
              entry("customer.erasure-delayed.v1", CustomerEvent.ErasureDelayed.class),
              entry("customer.erased.v1", CustomerEvent.CustomerErased.class),
              entry("customer.key-deleted.v1", CustomerEvent.CustomerKeyDeleted.class),
              entry("customer.erasure-completed.v1", CustomerEvent.ErasureCompleted.class),
              entry("customer.changed-in-erp.v1", CustomerSyncEvent.CustomerChangedInErp.class),
              entry("customer.placed-in-erp.v1", CustomerSyncEvent.CustomerPlacedInErp.class),
              entry("customer.stated-in-crm.v1", CustomerSyncEvent.CustomerStatedInCrm.class),
              entry("customer.parked.v1", CustomerSyncEvent.CustomerParked.class),
              entry("customer.remedy-applied.v1", CustomerSyncEvent.CustomerRemedyApplied.class),
              entry(
                  "customer.exceptions-closed.v1",
                  CustomerSyncEvent.CustomerExceptionsClosed.class),
              entry("customer.moved.v1", CustomerSyncEvent.CustomerMoved.class),
              entry("customer.merged.v1", CustomerSyncEvent.CustomerMerged.class),
              entry("approval.requested.v1", ApprovalEvent.ApprovalRequested.class),
              entry("approval.granted.v1", ApprovalEvent.ApprovalGranted.class),
              entry("approval.refused.v1", ApprovalEvent.ApprovalRefused.class),
              entry("approval.expired.v1", ApprovalEvent.ApprovalExpired.class),
              entry("epoch.began.v1", EpochEvent.EpochBegan.class),
              entry("epoch.key-destroyed.v1", EpochEvent.EpochKeyDestroyed.class),
              entry("maintenance.announced.v1", MaintenanceEvent.MaintenanceAnnounced.class),
              entry("maintenance.called-off.v1", MaintenanceEvent.MaintenanceCalledOff.class),
              entry("fulfilment.started.v1", FulfilmentEvent.FulfilmentStarted.class),
              entry("fulfilment.step-requested.v1", FulfilmentEvent.StepRequested.class),
              entry("fulfilment.step-abandoned.v1", FulfilmentEvent.StepAbandoned.class),
              entry("fulfilment.order-validated.v1", FulfilmentEvent.OrderValidated.class),
              entry("fulfilment.sales-order-created.v1", FulfilmentEvent.SalesOrderCreated.class),
              entry("fulfilment.stock-allocated.v1", FulfilmentEvent.StockAllocated.class),
              entry("fulfilment.ship-day-came.v1", FulfilmentEvent.ShipDayCame.class),
              entry("fulfilment.shipment-requested.v1", FulfilmentEvent.ShipmentRequested.class),
              entry("fulfilment.shipment-picked.v1", FulfilmentEvent.ShipmentPicked.class),
              entry("fulfilment.shipment-shipped.v1", FulfilmentEvent.ShipmentShipped.class),
              entry("fulfilment.shipment-delivered.v1", FulfilmentEvent.ShipmentDelivered.class),
              entry("fulfilment.shipment-delayed.v1", FulfilmentEvent.ShipmentDelayed.class),
              entry(
                  "fulfilment.shipment-out-for-delivery.v1",
                  CarriageEvent.ShipmentOutForDelivery.class),
              entry("fulfilment.shipment-damaged.v1", CarriageEvent.ShipmentDamaged.class),
              entry("fulfilment.parcels-counted.v1", CarriageEvent.ParcelsCounted.class),
              entry("fulfilment.parcel-tracked.v1", CarriageEvent.ParcelTracked.class),
              entry("fulfilment.shipment-miscounted.v1", CarriageEvent.ShipmentMiscounted.class),
              entry(
                  "fulfilment.shipment-count-confirmed.v1",
                  CarriageEvent.ShipmentCountConfirmed.class),
              entry(
                  "fulfilment.shipment-returned-to-sender.v1",
                  CarriageEvent.ShipmentReturnedToSender.class),
              entry("fulfilment.shipment-on-hold.v1", CarriageEvent.ShipmentOnHold.class),
              entry("fulfilment.shipping-suspended.v1", CarriageEvent.ShippingSuspended.class),
              entry("fulfilment.shipping-resumed.v1", CarriageEvent.ShippingResumed.class),
              entry("fulfilment.milestone-overdue.v1", CarriageEvent.MilestoneOverdue.class),
              entry("fulfilment.shipment-checked.v1", CarriageEvent.ShipmentChecked.class),
              entry("fulfilment.shipment-held.v1", CarriageEvent.ShipmentHeld.class),
              entry("fulfilment.shipment-hold-refused.v1", CarriageEvent.ShipmentHoldRefused.class),
              entry("fulfilment.shipment-released.v1", CarriageEvent.ShipmentReleased.class),
              entry(
                  "fulfilment.item-fulfilment-recorded.v1",
                  FulfilmentEvent.ItemFulfilmentRecorded.class),
              entry("fulfilment.invoice-issued.v1", FulfilmentEvent.InvoiceIssued.class),
              entry("fulfilment.payment-recorded.v1", FulfilmentEvent.PaymentRecorded.class),
              entry("fulfilment.part-payment-recorded.v1", PaymentEvent.PartPaymentRecorded.class),
              entry("fulfilment.deposit-requested.v1", DepositEvent.DepositRequested.class),
              entry("fulfilment.deposit-reversed.v1", DepositEvent.DepositReversed.class),
              entry("fulfilment.deposit-received.v1", DepositEvent.DepositReceived.class),
              entry("fulfilment.deposit-applied.v1", DepositEvent.DepositApplied.class),
              entry("fulfilment.deposit-refunded.v1", DepositEvent.DepositRefunded.class),
              entry("fulfilment.payment-reversed.v1", PaymentEvent.PaymentReversed.class),
              entry(
                  "fulfilment.cancellation-started.v1", FulfilmentEvent.CancellationStarted.class),
              entry(
                  "fulfilment.cancellation-refused.v1", FulfilmentEvent.CancellationRefused.class),
              entry("fulfilment.shipment-cancelled.v1", FulfilmentEvent.ShipmentCancelled.class),
              entry(
                  "fulfilment.shipment-cancellation-refused.v1",
                  FulfilmentEvent.ShipmentCancellationRefused.class),
              entry("fulfilment.sales-order-closed.v1", FulfilmentEvent.SalesOrderClosed.class),
              entry("fulfilment.order-informed.v1", FulfilmentEvent.OrderInformed.class),
              entry("fulfilment.parked.v1", FulfilmentEvent.FulfilmentParked.class),
              entry("fulfilment.remedy-applied.v1", FulfilmentEvent.RemedyApplied.class),
              entry("fulfilment.terms-changed.v1", FulfilmentEvent.TermsChanged.class),
              entry("fulfilment.change-started.v1", SaleEvent.OrderChangeStarted.class),
              entry("fulfilment.sales-order-changed.v1", SaleEvent.SalesOrderChanged.class),
              entry(
                  "fulfilment.sales-order-change-refused.v1",
                  SaleEvent.SalesOrderChangeRefused.class),
              entry("fulfilment.shipment-unstocked.v1", SaleEvent.ShipmentUnstocked.class),
              entry("fulfilment.sourced-again.v1", SaleEvent.OrderSourcedAgain.class),
              entry(
                  "fulfilment.partial-cancellation-started.v1",
                  SaleEvent.PartialCancellationStarted.class),
              entry("fulfilment.adjustment-started.v1", SaleEvent.OrderAdjustmentStarted.class),
              entry("fulfilment.product-changed.v1", SaleEvent.ProductChanged.class),
              entry("fulfilment.changed.v1", SaleEvent.OrderChanged.class),
              entry("fulfilment.change-refused.v1", SaleEvent.OrderChangeRefused.class),
              entry("fulfilment.held.v1", SaleEvent.OrderHeld.class),
              entry("fulfilment.released.v1", SaleEvent.OrderReleased.class),
              entry(
                  "fulfilment.subscription-scheduled.v1",
                  SubscriptionEvent.SubscriptionScheduled.class),
              entry("fulfilment.period-invoiced.v1", SubscriptionEvent.PeriodInvoiced.class),
              entry("fulfilment.change-charged.v1", SubscriptionEvent.ChangeCharged.class),
              entry("fulfilment.change-credited.v1", SubscriptionEvent.ChangeCredited.class),
              entry("fulfilment.bill-paid.v1", SubscriptionEvent.BillPaid.class),
              entry("fulfilment.bill-partly-paid.v1", SubscriptionEvent.BillPartlyPaid.class),
              entry(
                  "fulfilment.bill-payment-reversed.v1",
                  SubscriptionEvent.BillPaymentReversed.class),
              entry("fulfilment.credit-applied.v1", SubscriptionEvent.CreditApplied.class),
              entry("fulfilment.credit-refunded.v1", SubscriptionEvent.CreditRefunded.class),
              entry(
                  "fulfilment.credit-left-on-account.v1",
                  SubscriptionEvent.CreditLeftOnAccount.class),
              entry(
                  "fulfilment.subscription-change-asked.v1",
                  SubscriptionEvent.SubscriptionChangeAsked.class),
              entry(
                  "fulfilment.subscription-changed.v1",
                  SubscriptionEvent.SubscriptionChanged.class),
              entry(
                  "fulfilment.subscription-change-refused.v1",
                  SubscriptionEvent.SubscriptionChangeRefused.class),
              entry("fulfilment.renewal-changed.v1", SubscriptionEvent.RenewalChanged.class),
              entry(
                  "fulfilment.subscription-cancelled.v1",
                  SubscriptionEvent.SubscriptionCancelled.class),
              entry(
                  "fulfilment.subscription-renewed.v1",
                  SubscriptionEvent.SubscriptionRenewed.class),
              entry(
                  "fulfilment.subscription-day-came.v1",
                  SubscriptionEvent.SubscriptionDayCame.class),
              entry("fulfilment.goods-settled.v1", SubscriptionEvent.GoodsSettled.class),
              entry("fulfilment.subscription-ended.v1", SubscriptionEvent.SubscriptionEnded.class),
              entry("fulfilment.paused.v1", OperatorEvent.OrderPaused.class),
              entry("fulfilment.resumed.v1", OperatorEvent.OrderResumed.class),
              entry("fulfilment.step-retried.v1", OperatorEvent.StepRetried.class),
              entry("fulfilment.step-skipped.v1", OperatorEvent.StepSkipped.class),
              entry("fulfilment.step-rerouted.v1", OperatorEvent.StepRerouted.class),
              entry("fulfilment.payload-injected.v1", OperatorEvent.PayloadInjected.class),
              entry("fulfilment.exception-overdue.v1", OperatorEvent.ExceptionOverdue.class),
              entry("fulfilment.return-requested.v1", ReturnEvent.ReturnRequested.class),
              entry("fulfilment.return-authorized.v1", ReturnEvent.ReturnAuthorized.class),
              entry("fulfilment.return-announced.v1", ReturnEvent.ReturnAnnounced.class),
              entry("fulfilment.return-received.v1", ReturnEvent.ReturnReceived.class),
              entry("fulfilment.return-inspected.v1", ReturnEvent.ReturnInspected.class),
              entry("fulfilment.return-checked.v1", ReturnEvent.ReturnChecked.class),
              entry("fulfilment.inspection-confirmed.v1", ReturnEvent.InspectionConfirmed.class),
              entry(
                  "fulfilment.return-receipt-recorded.v1", ReturnEvent.ReturnReceiptRecorded.class),
              entry("fulfilment.credit-memo-issued.v1", ReturnEvent.CreditMemoIssued.class),
              entry("fulfilment.refund-issued.v1", ReturnEvent.RefundIssued.class),
              entry("fulfilment.return-withdrawn.v1", ReturnEvent.ReturnWithdrawn.class),
              entry(
                  "fulfilment.return-announcement-withdrawn.v1",
                  ReturnEvent.ReturnAnnouncementWithdrawn.class),
              entry(
                  "fulfilment.return-authorization-closed.v1",
                  ReturnEvent.ReturnAuthorizationClosed.class),
              entry("fulfilment.return-closed.v1", ReturnEvent.ReturnClosed.class),
              entry("fulfilment.completed.v1", FulfilmentEvent.FulfilmentCompleted.class),
              entry("fulfilment.cancelled.v1", FulfilmentEvent.FulfilmentCancelled.class)));

  private static final Map<Class<? extends Event>, String> NAMES =
      CURRENT.keySet().stream()
          .collect(Collectors.toUnmodifiableMap(CURRENT::get, Function.identity()));

  private WireNames() {}

  /** Wire name to event type, for every current version, in the order of the names. */
  public static Map<String, Class<? extends Event>> current() {
    return java.util.Collections.unmodifiableMap(CURRENT);
  }

  /**
   * @throws IllegalArgumentException if the type has no wire name; a test sees to it that every
   *     event has one
   */
  public static String of(Class<? extends Event> type) {
    var name = NAMES.get(type);
    if (name == null) {
      throw new IllegalArgumentException(
          type.getName() + " has no wire name: add it to WireNames.");
    }
    return name;
  }
}
