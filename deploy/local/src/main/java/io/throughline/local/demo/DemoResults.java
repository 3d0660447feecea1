package io.throughline.local.demo;

import static java.util.stream.Collectors.toSet;

import io.throughline.kernel.OrderId;
import io.throughline.local.Addresses;
import io.throughline.local.LocalRunRefused;
import io.throughline.local.demo.DemoReport.Amounts;
import io.throughline.local.demo.DemoReport.Events;
import io.throughline.local.demo.DemoReport.Exceptions;
import io.throughline.local.demo.DemoReport.Inputs;
import io.throughline.local.demo.DemoReport.Latencies;
import io.throughline.local.demo.DemoReport.Orders;
import io.throughline.local.demo.DemoReport.Parameters;
import io.throughline.local.demo.DemoReport.Salesforce;
import io.throughline.local.input.Input;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what became of an input, each figure from where it is true. */
public final class DemoResults {
  private static final Duration LOOK = Duration.ofMillis(200);

  /** How long the topic and the views may take for the last events (wall time). */
  public static final Duration CATCH_UP = Duration.ofSeconds(60);

  private final Addresses addresses;
  private final Parameters parameters;
  private final Input input;
  private final LineView view;
  private final Duration catchUp;
  private final Set<OrderId> ids;

  private DemoResults(
      Addresses addresses, Parameters parameters, Input input, LineView view, Duration catchUp) {
    this.addresses = addresses;
    this.parameters = parameters;
    this.input = input;
    this.view = view;
    this.catchUp = catchUp;
    this.ids = input.orders().stream().map(Input.Order::orderId).collect(toSet());
  }

  /**
   * Waits until everything recorded is published and in the views, then looks.
   *
   * @param elapsed wall time that the orders took
   * @param catchUp how long to wait for that (wall time); then it looks all the same
   */
  public static DemoResult gather(
      Addresses addresses,
      Parameters parameters,
      Input input,
      LineView view,
      Duration elapsed,
      Duration catchUp)
      throws InterruptedException {
    return new DemoResults(addresses, parameters, input, view, catchUp).gather(elapsed);
  }

  private DemoResult gather(Duration elapsed) throws InterruptedException {
    var published = awaitEverythingSeen();
    var orders = view.orders().values().stream().filter(order -> ids.contains(order.id())).toList();
    var parked =
        view.openExceptions().stream()
            .filter(exception -> ids.contains(exception.orderId()))
            .sorted(Comparator.comparing(exception -> exception.id().value()))
            .toList();
    var books = Books.read(addresses.simulators());
    var report =
        new DemoReport(
            parameters,
            new Inputs(
                input.customers().size(),
                input.products().size(),
                input.orders().size(),
                input.lineCount(),
                input.rejections().size()),
            new Orders(orders.size(), counted(orders, OrderSummary::shownState)),
            exceptions(parked),
            amounts(orders),
            subscriptions(orders, books),
            books.effects(),
            awaitOrgTold(orders),
            published.events(),
            new Latencies(published.submitToAccepted(), EventToView.read(addresses.query())),
            Math.round(elapsed.toMillis() / 100.0) / 10.0);
    return new DemoResult(report, parked, example(orders));
  }

  private record Seen(Events events, Percentiles submitToAccepted) {}

  private Seen awaitEverythingSeen() throws InterruptedException {
    var deadline = System.nanoTime() + catchUp.toNanos();
    while (true) {
      var stored = StoredEvents.count(addresses.jdbcUrl(), addresses.jdbcUser());
      var published = PublishedEvents.read(addresses.kafkaBootstrapServers(), ids);
      var projected = published.count() - view.behind();
      var isAll = stored == published.count() && stored == projected;
      if (isAll || System.nanoTime() > deadline) {
        return new Seen(
            new Events(stored, published.count(), projected), published.submitToAccepted());
      }
      Thread.sleep(LOOK);
    }
  }

  /** The org hears of an order's last state a moment after the views. */
  private Salesforce awaitOrgTold(List<OrderSummary> orders) throws InterruptedException {
    var deadline = System.nanoTime() + catchUp.toNanos();
    while (true) {
      var held = org(orders);
      if (held.inLastState() == held.orders() && held.orders() >= held.takenOnce()
          || System.nanoTime() > deadline) {
        return held;
      }
      Thread.sleep(LOOK);
    }
  }

  private Salesforce org(List<OrderSummary> orders) throws InterruptedException {
    var org = Books.read(addresses.simulators()).org();
    var submissions = StoredEvents.submissions(addresses.jdbcUrl(), addresses.jdbcUser());
    var intents = 0;
    var takenOnce = 0;
    var refused = 0;
    for (var intent : org.path("intentRecords")) {
      var order = new OrderId(intent.path("order").asString());
      if (ids.contains(order)) {
        intents++;
        refused += intent.path("status").asString().equals("Refused") ? 1 : 0;
        takenOnce +=
            intent.path("status").asString().equals("Taken")
                    && submissions.getOrDefault(order.value(), 0) == 1
                ? 1
                : 0;
      }
    }
    var shown = 0;
    var inLastState = 0;
    for (var order : orders) {
      var record = org.path("orders").path(order.id().value());
      shown += record.isMissingNode() ? 0 : 1;
      inLastState += record.path("State__c").asString("").equals(order.shownState()) ? 1 : 0;
    }
    return new Salesforce(intents, takenOnce, refused, shown, inLastState);
  }

  private static Exceptions exceptions(List<ParkedException> parked) {
    var orders =
        parked.stream().map(exception -> exception.orderId().value()).distinct().sorted().toList();
    return new Exceptions(
        parked.size(), counted(parked, exception -> exception.cause().name()), orders);
  }

  private static <T> TreeMap<String, Integer> counted(List<T> things, Function<T, String> name) {
    return things.stream().collect(Collectors.toMap(name, _ -> 1, Integer::sum, TreeMap::new));
  }

  /**
   * @throws LocalRunRefused if the orders are in several currencies: their sum would mean nothing
   */
  private Amounts amounts(List<OrderSummary> orders) {
    var currencies =
        input.orders().stream()
            .map(order -> order.terms().currency().getCurrencyCode())
            .distinct()
            .toList();
    if (currencies.size() > 1) {
      throw new LocalRunRefused(
          "The orders are in " + String.join(" and ", currencies) + ", so there is no one sum.");
    }
    return new Amounts(
        currencies.getFirst(),
        sum(orders, OrderSummary::ordered),
        sum(orders, OrderSummary::invoiced),
        sum(orders, OrderSummary::paid),
        sum(orders, OrderSummary::cancelled));
  }

  private static DemoReport.Subscriptions subscriptions(List<OrderSummary> orders, Books books) {
    return new DemoReport.Subscriptions(
        orders.stream().mapToInt(order -> order.recurring().lines()).sum(),
        books.json().path("erp").path("serviceInvoices").size(),
        sum(orders, order -> order.recurring().invoiced()),
        sum(orders, order -> order.recurring().credited()),
        sum(orders, order -> order.recurring().paid()));
  }

  private static BigDecimal sum(
      List<OrderSummary> orders, Function<OrderSummary, BigDecimal> amount) {
    return orders.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** One that went through, if one did. */
  private OrderId example(List<OrderSummary> orders) {
    return orders.stream()
        .filter(order -> !order.isParked())
        .findFirst()
        .map(OrderSummary::id)
        .orElseGet(() -> input.orders().getFirst().orderId());
  }
}
