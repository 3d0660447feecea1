package io.throughline.query.history;

import io.throughline.kernel.Money;
import io.throughline.kernel.event.ApprovalEvent;
import io.throughline.kernel.event.CarriageEvent;
import io.throughline.kernel.event.CarriageEvent.*;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.DepositEvent;
import io.throughline.kernel.event.EpochEvent;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.*;
import io.throughline.kernel.event.MaintenanceEvent;
import io.throughline.kernel.event.OperatorEvent;
import io.throughline.kernel.event.OperatorEvent.*;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.OrderEvent.*;
import io.throughline.kernel.event.PaymentEvent.*;
import io.throughline.kernel.event.ReturnEvent;
import io.throughline.kernel.event.ReturnEvent.*;
import io.throughline.kernel.event.SaleEvent;
import io.throughline.kernel.event.SaleEvent.*;
import io.throughline.kernel.event.SubscriptionEvent;
import io.throughline.kernel.fulfilment.CountedLine;
import io.throughline.kernel.fulfilment.CountedParcel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened, in one sentence for a person. */
final class Sentence {
  private Sentence() {}

  /**
   * @param withReturns whether it may say why goods come back, and what was found of them
   */
  static String of(Event event, boolean withReturns) {
    return switch (event) {
      case OrderEvent order -> of(order);
      case FulfilmentEvent fulfilment -> of(fulfilment, withReturns);
      case CustomerEvent _, ApprovalEvent _, EpochEvent _, MaintenanceEvent _ ->
          throw new IllegalArgumentException("It is no event of an order: " + event.getClass());
    };
  }

  private static String of(OrderEvent event) {
    return switch (event) {
      case OrderSubmitted it -> "The sale of " + money(it.terms().net()) + " was handed over.";
      case OrderAccepted it -> "The ERP took the order into its books as " + it.erpOrderId() + ".";
      case OrderShipped _ -> "The first goods left a warehouse.";
      case OrderCancellationRequested it ->
          "Somebody asked to cancel the order" + because(it.reason());
      case OrderCancellationRefused it -> "The order could not be cancelled" + because(it.reason());
      case OrderCancelled it -> "The order was cancelled" + because(it.reason());
      case OrderPartlyCancelled it -> "What had not left was cancelled" + because(it.reason());
      case OrderCompleted _ -> "All of the order is delivered, invoiced and paid.";
    };
  }

  private static String of(FulfilmentEvent event, boolean withReturns) {
    return switch (event) {
      case FulfilmentStarted _ -> "The order set out.";
      case StepRequested it -> "It was asked for: " + words(it.step().getClass()) + ".";
      case StepAbandoned it -> "A step is not wanted any more" + because(it.reason());
      case OrderValidated it -> "The ERP " + it.erp() + " found nothing against the order.";
      case SalesOrderCreated it ->
          "The order is in the ERP's books as "
              + it.erpOrderNumber()
              + ", "
              + money(it.net())
              + " without tax.";
      case StockAllocated it ->
          it.backOrdered().isEmpty()
              ? "The ERP committed stock for all of the order."
              : "The ERP committed stock for a part of the order; the rest waits for a restock.";
      case ShipDayCame it ->
          "The day came to ask for the goods that are wanted on " + it.day() + ".";
      case ShipmentRequested it ->
          it.provider() + " took on shipment " + it.shipmentId() + " from " + it.warehouse() + ".";
      case ShipmentPicked it -> "Shipment " + it.shipmentId() + " is packed.";
      case ShipmentShipped it ->
          "Shipment "
              + it.shipmentId()
              + " left the warehouse"
              + (it.carrier() == null ? "." : " with " + it.carrier() + ".");
      case ShipmentDelivered it -> "Shipment " + it.shipmentId() + " arrived.";
      case ShipmentDelayed it ->
          "Shipment " + it.shipmentId() + " met an obstacle" + because(it.reason());
      case ItemFulfilmentRecorded it -> "The ERP knows that shipment " + it.shipmentId() + " left.";
      case InvoiceIssued it ->
          "The ERP invoiced shipment "
              + it.shipmentId()
              + " as "
              + it.invoiceNumber()
              + ", "
              + money(it.net())
              + " without tax.";
      case PaymentRecorded it ->
          "The ERP booked the payment of "
              + money(it.amount())
              + " for invoice "
              + it.invoiceId()
              + ".";
      case PartPaymentRecorded it ->
          "The ERP booked a payment of "
              + money(it.amount())
              + " for invoice "
              + it.invoiceId()
              + "; "
              + money(it.remaining())
              + " of it is due still.";
      case PaymentReversed it ->
          "A payment of "
              + money(it.amount())
              + " for invoice "
              + it.invoiceId()
              + " was taken back; "
              + money(it.remaining())
              + " of it is due.";
      case CancellationStarted it -> "The order is being undone" + because(it.reason());
      case CancellationRefused it -> "It was too late to cancel" + because(it.reason());
      case ShipmentCancelled it -> "Shipment " + it.shipmentId() + " was stopped.";
      case ShipmentCancellationRefused it ->
          "Shipment " + it.shipmentId() + " had left already" + because(it.reason());
      case SalesOrderClosed _ -> "The ERP closed the order in its books.";
      case OrderInformed it ->
          "The order's own history knows that it is "
              + it.milestone().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + ".";
      case FulfilmentParked it ->
          "It waits for "
              + it.queue().name().toLowerCase(Locale.ROOT)
              + ": "
              + closed(
                  it.findings().isEmpty()
                      ? it.cause().summary()
                      : it.findings().getFirst().message());
      case RemedyApplied it -> "Somebody mended it: " + closed(it.remedy().label());
      case TermsChanged it -> "The terms were mended: " + money(it.terms().net()) + " in all.";
      case FulfilmentCompleted _ -> "Everything is delivered, invoiced and paid.";
      case FulfilmentCancelled it -> "Whatever had been done is undone" + because(it.reason());
      case CarriageEvent carriage -> of(carriage);
      case DepositEvent deposit -> DepositSentence.of(deposit);
      case OperatorEvent operator -> of(operator);
      case SaleEvent sale -> of(sale);
      case SubscriptionEvent recurring -> SubscriptionSentence.of(recurring);
      case ReturnEvent back -> of(back, withReturns);
    };
  }

  private static String of(ReturnEvent event, boolean withReasons) {
    return switch (event) {
      case ReturnRequested it ->
          "Return " + it.returnId() + " was asked for" + because(withReasons ? it.reason() : null);
      case ReturnAuthorized it ->
          "The ERP allows return " + it.returnId() + " as " + it.erpReturnNumber() + ".";
      case ReturnAnnounced it ->
          it.provider() + " expects return " + it.returnId() + " at " + it.warehouse() + ".";
      case ReturnReceived it -> "The goods of return " + it.returnId() + " came.";
      case ReturnInspected it ->
          "The goods of return "
              + it.returnId()
              + " were looked at"
              + because(withReasons ? it.note() : null);
      case ReturnChecked it -> "Nobody waits for return " + it.returnId() + " any more.";
      case InspectionConfirmed it ->
          it.lines().isEmpty()
              ? "Nothing of return " + it.returnId() + " is taken back."
              : "It is settled what of return " + it.returnId() + " is taken back.";
      case ReturnReceiptRecorded it -> "The ERP knows that return " + it.returnId() + " is back.";
      case CreditMemoIssued it ->
          "The ERP credited return "
              + it.returnId()
              + " as "
              + it.creditMemoNumber()
              + ", "
              + money(it.net())
              + " without tax.";
      case RefundIssued it ->
          "The ERP paid " + money(it.amount()) + " back for return " + it.returnId() + ".";
      case ReturnWithdrawn it ->
          "Return " + it.returnId() + " was withdrawn" + because(withReasons ? it.reason() : null);
      case ReturnAnnouncementWithdrawn it ->
          "The provider does not expect return " + it.returnId() + " any more.";
      case ReturnAuthorizationClosed it ->
          "The ERP takes nothing more back on return " + it.returnId() + ".";
      case ReturnClosed it -> "Nothing more is to be done for return " + it.returnId() + ".";
    };
  }

  private static String of(CarriageEvent event) {
    return switch (event) {
      case ShipmentOutForDelivery it -> "Shipment " + it.shipmentId() + " is on the van.";
      case ShipmentReturnedToSender it ->
          "Shipment " + it.shipmentId() + " is on its way back" + because(it.reason());
      case ShipmentDamaged it ->
          "The carrier broke shipment " + it.shipmentId() + because(it.reason());
      case ParcelsCounted it ->
          "The provider tells of what left in shipment "
              + it.shipmentId()
              + ": "
              + parcels(it.parcels())
              + ".";
      case ParcelTracked it ->
          "Parcel "
              + it.parcelId()
              + " of shipment "
              + it.shipmentId()
              + switch (it.state()) {
                case UNDER_WAY -> " is under way.";
                case DAMAGED -> " was broken by the carrier.";
                case RETURNED -> " is on its way back.";
                case DELIVERED -> " arrived.";
              };
      case ShipmentMiscounted it ->
          "Shipment " + it.shipmentId() + " was counted when it left: " + counted(it.lines()) + ".";
      case ShipmentCountConfirmed it ->
          "It is settled what of the order left in shipment " + it.shipmentId() + ".";
      case ShipmentOnHold it ->
          "The provider keeps shipment " + it.shipmentId() + " back" + because(it.reason());
      case MilestoneOverdue it ->
          "Shipment "
              + it.shipmentId()
              + " should be "
              + it.awaited().name().toLowerCase(Locale.ROOT)
              + " by now; the provider is asked.";
      case ShipmentChecked it ->
          "Shipment "
              + it.shipmentId()
              + " was "
              + it.awaited().name().toLowerCase(Locale.ROOT)
              + " after all.";
      case ShippingSuspended it -> "Nothing more is to leave a warehouse" + because(it.reason());
      case ShippingResumed _ -> "Goods may leave again.";
      case ShipmentHeld it -> "The provider keeps shipment " + it.shipmentId() + " for us.";
      case ShipmentHoldRefused it ->
          "Shipment " + it.shipmentId() + " could not be kept back" + because(it.reason());
      case ShipmentReleased it -> "The provider goes on with shipment " + it.shipmentId() + ".";
    };
  }

  private static String of(OperatorEvent event) {
    return switch (event) {
      case OrderPaused it -> "Operators paused the order" + because(it.reason());
      case OrderResumed it -> "Operators let the order go on" + because(it.reason());
      case StepRetried it -> "A step was asked for anew" + because(it.reason());
      case StepSkipped it -> "A step counts as done" + because(it.reason());
      case StepRerouted it -> "A step is carried out elsewhere" + because(it.reason());
      case PayloadInjected _ -> "Two people gave a step other terms.";
      case ExceptionOverdue it ->
          "It has waited for "
              + it.queue().name().toLowerCase(Locale.ROOT)
              + " longer than it should; "
              + money(it.held())
              + " wait.";
    };
  }

  private static String of(SaleEvent event) {
    return switch (event) {
      case OrderChangeStarted it -> "Change " + it.number() + " of the order was asked for.";
      case SalesOrderChanged it ->
          "The ERP has the order as it is wanted, " + money(it.net()) + " without tax.";
      case SalesOrderChangeRefused it ->
          "The ERP will not have the order as it is wanted" + because(it.reason());
      case ShipmentUnstocked it ->
          "The goods of shipment "
              + it.shipmentId()
              + " are not at "
              + it.warehouse()
              + because(it.reason());
      case OrderSourcedAgain _ -> "The ERP takes the goods from elsewhere.";
      case PartialCancellationStarted it ->
          "What has not left is being cancelled" + because(it.reason());
      case OrderAdjustmentStarted it ->
          "Change " + it.number() + " makes the order follow what left in " + it.shipmentId() + ".";
      case ProductChanged it ->
          it.discontinued()
              ? "Product " + it.productId() + " is not sold any more."
              : "Product " + it.productId() + " was changed in the ERP.";
      case OrderChanged it ->
          "Change " + it.number() + " took effect: " + money(it.terms().net()) + " in all.";
      case OrderChangeRefused it -> "Change " + it.number() + " was refused" + because(it.reason());
      case OrderHeld it -> "The order is held" + because(it.reason());
      case OrderReleased it -> "The order was released" + because(it.reason());
    };
  }

  private static String counted(List<CountedLine> lines) {
    return lines.stream()
        .filter(CountedLine::differs)
        .map(
            it ->
                it.counted() + " of " + it.productId() + " where " + it.asked() + " were asked for")
        .collect(Collectors.joining(", "));
  }

  private static String parcels(List<CountedParcel> parcels) {
    return parcels.stream()
        .flatMap(it -> it.units().stream())
        .map(it -> it.counted() + " of " + it.productId())
        .collect(Collectors.joining(", "));
  }

  /** Ends the sentence. */
  static String because(@Nullable String reason) {
    return reason == null || reason.isBlank() ? "." : ": " + closed(reason);
  }

  private static String closed(String text) {
    return text.matches("(?s).*[.!?…]") ? text : text + ".";
  }

  static String money(Money money) {
    return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
  }

  /** {@code RequestShipment} as "request shipment". */
  private static String words(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
