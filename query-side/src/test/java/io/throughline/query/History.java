package io.throughline.query;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PartnerId;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.event.CarriageEvent.MilestoneOverdue;
import io.throughline.kernel.event.CarriageEvent.ShipmentChecked;
import io.throughline.kernel.event.CarriageEvent.ShipmentHeld;
import io.throughline.kernel.event.CarriageEvent.ShipmentReturnedToSender;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.OrderValidated;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderCreated;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentRequested;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.FulfilmentEvent.StockAllocated;
import io.throughline.kernel.event.OperatorEvent.ExceptionOverdue;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.event.PaymentEvent.PartPaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PaymentReversed;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** What could have happened to one order of 10 bolts at 2.50 with 10 % off: 22.50 in all. */
public final class History {
  public static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Address ADDRESS =
      new Address("Goods inward", "1 Mill Lane", "Riverton", null, null, "NL");

  private static final WarehouseId EAST = new WarehouseId("EAST");

  private final OrderId order;
  private final CustomerId customer;
  private final ShipmentId shipment;

  private History(String order, String customer) {
    this.order = new OrderId(order);
    this.customer = new CustomerId(customer);
    this.shipment = ShipmentId.of(this.order, 1);
  }

  public static History of(String order, String customer) {
    return new History(order, customer);
  }

  public Event registered(String name) {
    return registered(name, "u1");
  }

  /** A customer that somebody looks after. */
  public Event registered(String name, String owner) {
    return new CustomerRegistered(
        customer, name, "Kim Doe", "kim@example.com", "555", ADDRESS, USD, owner, AT);
  }

  public Event submitted() {
    return submitted("2.50", LocalDate.parse("2026-03-31"));
  }

  public Event submitted(String price, LocalDate day) {
    return submitted("u1", terms(price, day));
  }

  /** Sold by somebody, through a partner. */
  public Event sold(String seller, String partner) {
    var terms = terms("2.50", LocalDate.parse("2026-03-31"));
    return submitted(
        seller,
        new SaleTerms(
            terms.orderedOn(),
            terms.requestedOn(),
            terms.currency(),
            terms.priceBasis(),
            terms.taxRegion(),
            null,
            new PartnerId(partner),
            null,
            terms.shipTo(),
            terms.furtherShipTos(),
            terms.lines()));
  }

  private static SaleTerms terms(String price, LocalDate day) {
    return SaleTerms.of(day, USD, PriceBasis.LIST, "DE", ADDRESS, List.of(line(price)));
  }

  private Event submitted(String seller, SaleTerms terms) {
    return new OrderSubmitted(order, customer, seller, terms, AT);
  }

  /** Wanted on that day. */
  public Event submittedFor(LocalDate day) {
    var plain = (OrderSubmitted) submitted();
    return new OrderSubmitted(order, customer, "u1", plain.terms().withRequestedOn(day), AT);
  }

  private static OrderLine line(String price) {
    return OrderLine.of(
        new LineId("1"), new ProductId("BOLT"), 10, Money.of(price, "USD"), new BigDecimal("0.10"));
  }

  public Event requested(Step step) {
    return new StepRequested(order, customer, StepId.of(order, step), step, 1, AT.plusSeconds(1));
  }

  public Event validated() {
    return new OrderValidated(
        order,
        customer,
        id(new Step.ValidateOrder()),
        "netsuite",
        "42",
        new BigDecimal("0.19"),
        List.of(),
        AT.plusSeconds(2));
  }

  public Event accepted() {
    return new SalesOrderCreated(
        order,
        customer,
        id(new Step.CreateSalesOrder()),
        "1001",
        "SO1001",
        money("22.50"),
        money("4.28"),
        AT.plusSeconds(3));
  }

  public Event allocated(int quantity) {
    var left = 10 - quantity;
    return new StockAllocated(
        order,
        customer,
        id(new Step.CheckAllocation(1)),
        List.of(new Allocation(new LineId("1"), EAST, quantity)),
        left == 0 ? List.of() : List.of(new LineQuantity(new LineId("1"), left)),
        AT.plusSeconds(4));
  }

  public Event held() {
    return new ShipmentHeld(
        order, customer, id(new Step.HoldShipment(shipment, 1)), shipment, AT.plusSeconds(5));
  }

  public Event overdue() {
    return new MilestoneOverdue(
        order, customer, shipment, AwaitedMilestone.SHIPPED, AT, AT.plusSeconds(6));
  }

  public Event checked() {
    return new ShipmentChecked(
        order,
        customer,
        id(new Step.CheckShipment(shipment, AwaitedMilestone.SHIPPED)),
        shipment,
        AwaitedMilestone.SHIPPED,
        List.of(),
        AT.plusSeconds(7));
  }

  public Event cameBack() {
    return new ShipmentReturnedToSender(
        order, customer, shipment, "Nobody took it.", AT.plusSeconds(8));
  }

  public Event shipmentRequested(int quantity) {
    return new ShipmentRequested(
        order,
        customer,
        id(new Step.RequestShipment(shipment, EAST, null, null, parts(quantity))),
        shipment,
        "shipbob",
        "50001",
        EAST,
        null,
        null,
        parts(quantity),
        AT.plusSeconds(5));
  }

  public Event shipped() {
    return new ShipmentShipped(
        order, customer, shipment, "Parcel Express", "1Z", List.of(), AT.plusSeconds(6));
  }

  public Event delivered() {
    return new ShipmentDelivered(order, customer, shipment, AT.plusSeconds(7));
  }

  public Event invoiced(int quantity, String net) {
    return new InvoiceIssued(
        order,
        customer,
        id(new Step.CreateInvoice(shipment)),
        shipment,
        "2001",
        "INV2001",
        money(net),
        money("4.28"),
        parts(quantity),
        AT.plusSeconds(8));
  }

  public Event paid() {
    return new PaymentRecorded(
        order,
        customer,
        id(new Step.CheckPayment(shipment)),
        shipment,
        "2001",
        money("26.78"),
        List.of(),
        AT.plusSeconds(9));
  }

  /** Before the rest of it. */
  public Event paidSome(String amount, String remaining) {
    return new PartPaymentRecorded(
        order, customer, shipment, "2001", money(amount), money(remaining), AT.plusSeconds(8));
  }

  public Event reversed(String amount) {
    return new PaymentReversed(
        order, customer, shipment, "2001", money(amount), money(amount), AT.plusSeconds(20));
  }

  public Event completed() {
    return new FulfilmentCompleted(order, customer, List.of(), AT.plusSeconds(10));
  }

  public Event parked(int number, Cause cause) {
    return new FulfilmentParked(
        order,
        customer,
        ExceptionId.of(order, number),
        id(new Step.ValidateOrder()),
        cause,
        Dependency.ERP,
        cause.queue(),
        List.of(
            new Finding(
                cause,
                new LineId("1"),
                "Bolt (BOLT) is discontinued.",
                Map.of("productId", "BOLT"))),
        "no",
        money("22.50"),
        cause.remedies(),
        AT.plusSeconds(2));
  }

  public Event overdue(int number, Cause cause) {
    var since = AT.plusSeconds(2);
    return new ExceptionOverdue(
        order,
        customer,
        ExceptionId.of(order, number),
        cause,
        cause.queue(),
        money("22.50"),
        since,
        since.plus(cause.due()),
        since.plus(cause.due()));
  }

  public Event mended(int number, Remedy remedy) {
    return new RemedyApplied(
        order,
        customer,
        ExceptionId.of(order, number),
        id(new Step.ValidateOrder()),
        remedy,
        Map.of(),
        "user-7",
        AT.plusSeconds(3));
  }

  public List<Event> whole() {
    return List.of(
        submitted(),
        requested(new Step.ValidateOrder()),
        validated(),
        accepted(),
        allocated(10),
        shipmentRequested(10),
        shipped(),
        delivered(),
        invoiced(10, "22.50"),
        paid(),
        completed());
  }

  private StepId id(Step step) {
    return StepId.of(order, step);
  }

  private static List<LineQuantity> parts(int quantity) {
    return List.of(new LineQuantity(new LineId("1"), quantity));
  }

  private static Money money(String amount) {
    return Money.of(amount, "USD");
  }
}
