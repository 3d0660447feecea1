package io.throughline.query.orderdetails;

import static java.util.Map.entry;

import io.throughline.kernel.event.CarriageEvent;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.DepositEvent;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.OperatorEvent;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.PaymentEvent;
import io.throughline.kernel.event.ReturnEvent;
import io.throughline.kernel.event.SaleEvent;
import io.throughline.kernel.event.SubscriptionEvent;
import io.throughline.kernel.format.WireNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which events state which fields of an order. A field's value comes from the latest of its events;
 * that an event states the same again makes the value no older than that event.
 */
public final class Sources {
  private static final List<String> TERMS =
      List.of("requestedOn", "taxRegion", "shipTo", "furtherShipTos", "lines", "money.ordered");

  private static final Map<Class<? extends Event>, Set<String>> FIELDS =
      Map.ofEntries(
          states(
              OrderEvent.OrderSubmitted.class,
              TERMS,
              "orderId",
              "customerId",
              "owner",
              "orderedOn",
              "partnerId",
              "state",
              "milestones",
              "submittedAt"),
          states(OrderEvent.OrderAccepted.class, "milestones"),
          states(OrderEvent.OrderShipped.class, "milestones"),
          states(OrderEvent.OrderCancellationRequested.class, "milestones"),
          states(OrderEvent.OrderCancellationRefused.class, "milestones"),
          states(OrderEvent.OrderPartlyCancelled.class, "milestones"),
          states(OrderEvent.OrderCancelled.class, "milestones"),
          states(OrderEvent.OrderCompleted.class, "milestones"),
          states(FulfilmentEvent.FulfilmentStarted.class),
          states(FulfilmentEvent.StepRequested.class),
          states(FulfilmentEvent.StepAbandoned.class),
          states(FulfilmentEvent.OrderValidated.class, "state", "erp", "milestones"),
          states(FulfilmentEvent.SalesOrderCreated.class, "state", "erpOrderId", "erpOrderNumber"),
          states(FulfilmentEvent.StockAllocated.class, "lines"),
          states(FulfilmentEvent.ShipDayCame.class),
          states(FulfilmentEvent.ShipmentRequested.class, "shipments"),
          states(FulfilmentEvent.ShipmentPicked.class, "shipments"),
          states(
              FulfilmentEvent.ShipmentShipped.class, "shipments", "lines", "state", "milestones"),
          states(
              FulfilmentEvent.ShipmentDelivered.class, "shipments", "lines", "state", "milestones"),
          states(FulfilmentEvent.ShipmentDelayed.class, "shipments"),
          states(FulfilmentEvent.ItemFulfilmentRecorded.class),
          states(
              FulfilmentEvent.InvoiceIssued.class,
              "invoices",
              "lines",
              "money.invoiced",
              "money.due",
              "money.tax",
              "milestones"),
          states(
              FulfilmentEvent.PaymentRecorded.class,
              "invoices",
              "exceptions",
              "money.paid",
              "money.due",
              "milestones"),
          states(PaymentEvent.PartPaymentRecorded.class, "invoices", "money.paid", "money.due"),
          states(PaymentEvent.PaymentReversed.class, "invoices", "money.paid", "money.due"),
          states(FulfilmentEvent.CancellationStarted.class, "state"),
          states(FulfilmentEvent.CancellationRefused.class, "state"),
          states(FulfilmentEvent.ShipmentCancelled.class, "shipments"),
          states(FulfilmentEvent.ShipmentCancellationRefused.class),
          states(FulfilmentEvent.SalesOrderClosed.class),
          states(FulfilmentEvent.OrderInformed.class),
          states(FulfilmentEvent.FulfilmentParked.class, "exceptions"),
          states(DepositEvent.DepositRequested.class, "deposit"),
          states(DepositEvent.DepositReceived.class, "deposit", "exceptions"),
          states(DepositEvent.DepositReversed.class, "deposit"),
          states(
              DepositEvent.DepositApplied.class, "deposit", "invoices", "money.paid", "money.due"),
          states(DepositEvent.DepositRefunded.class, "deposit", "money.refunded"),
          states(FulfilmentEvent.RemedyApplied.class, "exceptions", "deposit"),
          states(FulfilmentEvent.TermsChanged.class, TERMS, "money.cancelled", "milestones"),
          states(FulfilmentEvent.FulfilmentCompleted.class, "state", "exceptions"),
          states(
              FulfilmentEvent.FulfilmentCancelled.class,
              "state",
              "exceptions",
              "hold",
              "subscriptions",
              "money.ordered",
              "money.cancelled"),
          states(CarriageEvent.ShipmentOutForDelivery.class, "shipments"),
          states(CarriageEvent.ShipmentReturnedToSender.class, "shipments"),
          states(CarriageEvent.ShipmentDamaged.class, "shipments"),
          states(CarriageEvent.ParcelsCounted.class, "shipments"),
          states(CarriageEvent.ParcelTracked.class, "shipments"),
          states(
              CarriageEvent.ShipmentMiscounted.class,
              "shipments",
              "lines",
              "state",
              "exceptions",
              "milestones"),
          states(
              CarriageEvent.ShipmentCountConfirmed.class,
              "shipments",
              "lines",
              "state",
              "exceptions",
              "milestones"),
          states(CarriageEvent.ShipmentOnHold.class, "shipments"),
          states(CarriageEvent.MilestoneOverdue.class, "shipments"),
          states(CarriageEvent.ShipmentChecked.class, "shipments", "exceptions"),
          states(CarriageEvent.ShippingSuspended.class, "milestones"),
          states(CarriageEvent.ShippingResumed.class, "milestones"),
          states(CarriageEvent.ShipmentHeld.class, "shipments"),
          states(CarriageEvent.ShipmentHoldRefused.class, "shipments"),
          states(CarriageEvent.ShipmentReleased.class, "shipments"),
          states(ReturnEvent.ReturnRequested.class, "returns", "exceptions", "milestones"),
          states(ReturnEvent.ReturnAuthorized.class, "returns"),
          states(ReturnEvent.ReturnAnnounced.class, "returns"),
          states(ReturnEvent.ReturnReceived.class, "returns"),
          states(ReturnEvent.ReturnInspected.class, "returns", "exceptions"),
          states(ReturnEvent.ReturnChecked.class, "exceptions"),
          states(ReturnEvent.InspectionConfirmed.class, "returns", "lines"),
          states(ReturnEvent.ReturnReceiptRecorded.class),
          states(ReturnEvent.CreditMemoIssued.class, "returns", "money.due", "money.credited"),
          states(ReturnEvent.RefundIssued.class, "returns", "money.refunded"),
          states(ReturnEvent.ReturnWithdrawn.class, "returns", "exceptions"),
          states(ReturnEvent.ReturnAnnouncementWithdrawn.class),
          states(ReturnEvent.ReturnAuthorizationClosed.class),
          states(ReturnEvent.ReturnClosed.class, "returns"),
          states(SaleEvent.OrderChangeStarted.class, "lastChange"),
          states(SaleEvent.SalesOrderChanged.class),
          states(SaleEvent.SalesOrderChangeRefused.class),
          states(SaleEvent.ShipmentUnstocked.class),
          states(SaleEvent.OrderSourcedAgain.class),
          states(
              SaleEvent.PartialCancellationStarted.class,
              "lastChange",
              "lines",
              "state",
              "milestones"),
          states(SaleEvent.OrderAdjustmentStarted.class, "lastChange"),
          states(SaleEvent.ProductChanged.class),
          states(
              SaleEvent.OrderChanged.class,
              TERMS,
              "lastChange",
              "state",
              "subscriptions",
              "money.cancelled",
              "milestones"),
          states(SaleEvent.OrderChangeRefused.class, "lastChange"),
          states(SaleEvent.OrderHeld.class, "hold"),
          states(SaleEvent.OrderReleased.class, "hold"),
          states(SubscriptionEvent.SubscriptionScheduled.class, "subscriptions"),
          states(SubscriptionEvent.PeriodInvoiced.class, "subscriptions"),
          states(SubscriptionEvent.ChangeCharged.class, "subscriptions"),
          states(SubscriptionEvent.ChangeCredited.class, "subscriptions"),
          states(SubscriptionEvent.BillPaid.class, "subscriptions"),
          states(SubscriptionEvent.BillPartlyPaid.class, "subscriptions"),
          states(SubscriptionEvent.BillPaymentReversed.class, "subscriptions"),
          states(SubscriptionEvent.CreditApplied.class, "subscriptions"),
          states(SubscriptionEvent.CreditRefunded.class, "subscriptions"),
          states(SubscriptionEvent.CreditLeftOnAccount.class, "subscriptions"),
          states(SubscriptionEvent.SubscriptionChangeAsked.class, "subscriptions"),
          states(SubscriptionEvent.SubscriptionChanged.class, "subscriptions"),
          states(SubscriptionEvent.SubscriptionChangeRefused.class, "subscriptions"),
          states(SubscriptionEvent.RenewalChanged.class, "subscriptions"),
          states(SubscriptionEvent.SubscriptionCancelled.class, "subscriptions"),
          states(SubscriptionEvent.SubscriptionRenewed.class, "subscriptions"),
          states(SubscriptionEvent.SubscriptionEnded.class, "subscriptions"),
          states(SubscriptionEvent.SubscriptionDayCame.class),
          states(SubscriptionEvent.GoodsSettled.class, "state", "milestones"),
          states(OperatorEvent.OrderPaused.class, "pause"),
          states(OperatorEvent.OrderResumed.class, "pause"),
          states(OperatorEvent.StepRetried.class, "exceptions"),
          states(OperatorEvent.StepSkipped.class, "exceptions"),
          states(OperatorEvent.StepRerouted.class, "exceptions"),
          states(OperatorEvent.PayloadInjected.class, "exceptions"),
          states(OperatorEvent.ExceptionOverdue.class));

  private Sources() {}

  /** None where the event only moves the process on. */
  static Set<String> fieldsOf(Class<? extends Event> event) {
    return FIELDS.getOrDefault(event, Set.of());
  }

  /** Whether the table says what the event states. */
  static boolean knows(Class<? extends Event> event) {
    return FIELDS.containsKey(event);
  }

  /**
   * The wire names of the events that state a field, in their order; empty where none is known.
   *
   * @param entity as the ownership catalogue names it
   */
  public static List<String> eventsOf(String entity, String field) {
    return switch (entity) {
      case "Order" -> eventsOf(field);
      case "OrderMoney" -> eventsOf("money." + field);
      case "OrderLine" -> eventsOf("lines");
      case "Shipment", "ShipmentWay" -> eventsOf("shipments");
      case "Invoice" -> eventsOf("invoices");
      case "Deposit" -> eventsOf("deposit");
      case "LineSubscription", "RecurringBill", "SubscriptionChange", "Subscription" ->
          eventsOf("subscriptions");
      case "Return", "InspectedLine", "CreditMemo", "Refund" -> eventsOf("returns");
      case "OpenException", "Finding" -> eventsOf("exceptions");
      case "Hold" -> eventsOf("hold");
      case "Change" -> eventsOf("lastChange");
      case "Milestone" -> eventsOf("milestones");
      case "Customer" -> eventsWith(CustomerEvent.class, field);
      default -> List.of();
    };
  }

  /** A customer's fields have the names of the events' own. */
  private static List<String> eventsWith(Class<? extends Event> family, String field) {
    return WireNames.current().entrySet().stream()
        .filter(it -> family.isAssignableFrom(it.getValue()))
        .filter(
            it ->
                Stream.of(it.getValue().getRecordComponents())
                    .anyMatch(component -> component.getName().equals(field)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> eventsOf(String field) {
    return FIELDS.entrySet().stream()
        .filter(it -> it.getValue().stream().anyMatch(known -> isOf(known, field)))
        .map(it -> WireNames.of(it.getKey()))
        .sorted()
        .toList();
  }

  /** What states one of the amounts states something of the money. */
  private static boolean isOf(String known, String field) {
    return known.equals(field) || known.startsWith(field + ".");
  }

  /** With the event as the latest source of what it states. */
  static List<Stamp> stamped(List<Stamp> stamps, Event event, String eventId) {
    var fields = fieldsOf(event.getClass());
    var stamped = new ArrayList<Stamp>(stamps.size() + 1);
    for (var stamp : stamps) {
      var left = stamp.fields().stream().filter(it -> !fields.contains(it)).toList();
      if (!left.isEmpty()) {
        stamped.add(new Stamp(stamp.eventId(), stamp.wireName(), stamp.at(), left));
      }
    }
    if (!fields.isEmpty()) {
      stamped.add(
          new Stamp(
              eventId,
              WireNames.of(event.getClass()),
              event.at(),
              fields.stream().sorted().toList()));
    }
    return List.copyOf(stamped);
  }

  private static Map.Entry<Class<? extends Event>, Set<String>> states(
      Class<? extends Event> event, String... fields) {
    return states(event, List.of(), fields);
  }

  private static Map.Entry<Class<? extends Event>, Set<String>> states(
      Class<? extends Event> event, List<String> terms, String... fields) {
    return entry(
        event,
        Set.copyOf(new LinkedHashSet<>(Stream.concat(terms.stream(), Stream.of(fields)).toList())));
  }
}
