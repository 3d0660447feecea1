package io.throughline.query;

import io.throughline.kernel.Address;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionScheduled;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Histories of orders that are subscribed to. */
final class Subscribed {
  private static final CustomerId CARES = new CustomerId("CARES");
  private static final LineId CARE = new LineId("1");
  private static final LocalDate START = LocalDate.parse("2026-04-01");

  private Subscribed() {}

  /** A quarterly care plan of 90.00 from 1 April 2026 on, of which three quarters are invoiced. */
  static List<Event> toCare(String number) {
    var order = new OrderId(number);
    var line =
        OrderLine.of(CARE, new ProductId("CARE"), 3, Money.of("30.00", "USD"))
            .withSubscription(new SubscriptionTerms(BillingPeriod.QUARTER, 4, null, true));
    var address = new Address("Goods inward", "1 Mill Lane", "Riverton", null, null, "NL");
    var terms =
        SaleTerms.of(
            START, Currency.getInstance("USD"), PriceBasis.LIST, "DE", address, List.of(line));
    var events = new ArrayList<Event>();
    events.add(new OrderSubmitted(order, CARES, "u1", terms, History.AT));
    events.add(new SubscriptionScheduled(order, CARES, CARE, line, START, History.AT));
    for (var period = 1; period <= 3; period++) {
      events.add(invoiced(order, period));
    }
    return events;
  }

  private static PeriodInvoiced invoiced(OrderId order, int period) {
    var from = START.plusMonths(3L * (period - 1));
    return new PeriodInvoiced(
        order,
        CARES,
        StepId.of(order, new Step.InvoicePeriod(CARE, period)),
        CARE,
        period,
        from,
        from.plusMonths(3),
        BillId.ofPeriod(order, CARE, period),
        "300" + period,
        "INV300" + period,
        Money.of("90.00", "USD"),
        Money.of("17.10", "USD"),
        History.AT);
  }
}
