package io.throughline.bench.query;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.OrderValidated;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderCreated;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelayed;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentRequested;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What happens to one order, event by event: the kernel's own, of their usual size. One in ten is
 * delayed again and again before it is shipped.
 */
final class OrderStory {
  static final int CUSTOMERS = 2_000;
  static final int SHORT = 7;
  static final int LONG = 37;

  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final WarehouseId EAST = new WarehouseId("EAST");
  private static final Address ADDRESS =
      new Address("Goods inward", "1 Mill Lane", "Riverton", null, "10115", "DE");

  private final OrderId order;
  private final CustomerId customer;
  private final ShipmentId shipment;
  private final boolean isLong;

  OrderStory(int number) {
    this.order = new OrderId("B-" + number);
    this.customer = new CustomerId("C-" + number % CUSTOMERS);
    this.shipment = ShipmentId.of(order, 1);
    this.isLong = number % 10 == 0;
  }

  OrderId order() {
    return order;
  }

  boolean isLong() {
    return isLong;
  }

  int length() {
    return isLong ? LONG : SHORT;
  }

  Event event(int sequence) {
    var at = AT.plusSeconds(sequence);
    if (sequence == 0) {
      return new OrderSubmitted(order, customer, "0055g00000A1b2CAAR", terms(), AT);
    }
    if (sequence == 1) {
      return new OrderValidated(
          order,
          customer,
          id(new Step.ValidateOrder()),
          "netsuite",
          "42",
          new BigDecimal("0.19"),
          List.of(),
          at);
    }
    if (sequence == 2) {
      return new SalesOrderCreated(
          order,
          customer,
          id(new Step.CreateSalesOrder()),
          "1001",
          "SO1001",
          money("336.00"),
          money("63.84"),
          at);
    }
    if (sequence == 3) {
      return new ShipmentRequested(
          order,
          customer,
          id(new Step.RequestShipment(shipment, EAST, null, null, parts())),
          shipment,
          "shipbob",
          "50001",
          EAST,
          null,
          null,
          parts(),
          at);
    }
    return switch (length() - sequence) {
      case 3 ->
          new ShipmentShipped(order, customer, shipment, "Parcel Express", "1Z999", List.of(), at);
      case 2 -> new ShipmentDelivered(order, customer, shipment, at);
      case 1 -> new FulfilmentCompleted(order, customer, List.of(), at);
      default -> delayed(sequence, at);
    };
  }

  /** The order waits once more: it may happen any number of times. */
  Event delayed(int sequence, Instant at) {
    return new ShipmentDelayed(order, customer, shipment, "The truck is late, day " + sequence, at);
  }

  private static SaleTerms terms() {
    return SaleTerms.of(
            LocalDate.parse("2026-03-31"),
            EUR,
            PriceBasis.CONTRACT,
            "DE",
            ADDRESS,
            List.of(line("1", "BOLT-M8"), line("2", "NUT-M8")))
        .withRequestedOn(LocalDate.parse("2026-04-14"));
  }

  private static OrderLine line(String id, String product) {
    return OrderLine.of(
        new LineId(id), new ProductId(product), 12, Money.of("14.00", "EUR"), BigDecimal.ZERO);
  }

  private static List<LineQuantity> parts() {
    return List.of(new LineQuantity(new LineId("1"), 12), new LineQuantity(new LineId("2"), 12));
  }

  private static Money money(String amount) {
    return Money.of(amount, "EUR");
  }

  private StepId id(Step step) {
    return StepId.of(order, step);
  }
}
