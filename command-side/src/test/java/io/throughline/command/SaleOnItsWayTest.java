package io.throughline.command;

import static io.throughline.command.RunningCommandSide.ADDRESS;
import static io.throughline.command.RunningCommandSide.line;
import static io.throughline.command.RunningCommandSide.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderCreated;
import io.throughline.kernel.event.FulfilmentEvent.ShipDayCame;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentRequested;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.OrderEvent.OrderCancelled;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.OrderEvent.OrderPartlyCancelled;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.SaleEvent.OrderChanged;
import io.throughline.kernel.event.SaleEvent.OrderHeld;
import io.throughline.kernel.event.SaleEvent.OrderReleased;
import io.throughline.kernel.event.SaleEvent.ShipmentUnstocked;
import io.throughline.kernel.fulfilment.Cause;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sales with everything that a real one has, on a clock on which a day passes in two seconds. */
@Order(1)
class SaleOnItsWayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static RunningCommandSide running;

  @BeforeAll
  static void start() throws Exception {
    running = RunningCommandSide.start(0.1);
    running.listItems();
    running.registerCustomer("ACME");
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return running.postAs("sales", path, body);
  }

  private static HttpResponse<String> patch(String order, String body) throws Exception {
    return running.patchAs("sales", "/api/v1/orders/" + order, body);
  }

  private static void taken(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
  }

  private static void awaitEvent(String aggregate, Class<? extends Event> type) {
    await().atMost(PATIENCE).until(() -> events(aggregate, type).findAny().isPresent());
  }

  private static <E extends Event> Stream<E> events(String aggregate, Class<E> type) {
    List<RecordedEvent> history = running.log().of(aggregate);
    return history.stream().map(RecordedEvent::event).filter(type::isInstance).map(type::cast);
  }

  private static JsonNode salesOrder(String id) {
    return running.books().path("erp").path("salesOrders").path(id);
  }

  @Test
  void aChannelSaleToTwoAddressesIsShippedInTwoAndInvoicedWithBothDiscounts() throws Exception {
    taken(
        post(
            "/api/v1/orders",
            """
            {"orderId": "CH-1", "customerId": "ACME", "owner": "u1", "orderedOn": "2026-03-31",
             "currency": "USD", "priceBasis": "LIST", "taxRegion": "DE", "partnerId": "P-310",
             "shipTo": %s,
             "furtherShipTos": [{"key": "PLANT-2", "address": %s}],
             "lines": [
               {"lineId": "1", "productId": "NUT", "quantity": 40, "unitPrice": "1.25",
                "discount": "0.10", "partnerDiscount": "0.20"},
               {"lineId": "2", "productId": "NUT", "quantity": 8, "unitPrice": "1.25",
                "shipTo": "PLANT-2"}]}
            """
                .formatted(ADDRESS, ADDRESS.replace("1 Mill Lane", "8 Weir Road"))));

    awaitEvent("order/CH-1", OrderCompleted.class);

    assertThat(events("fulfilment/CH-1", ShipmentRequested.class))
        .extracting(it -> String.valueOf(it.shipTo()))
        .containsExactlyInAnyOrder("null", "PLANT-2");
    assertThat(
            events("fulfilment/CH-1", InvoiceIssued.class)
                .map(it -> it.net().amount())
                .reduce(BigDecimal::add))
        .hasValueSatisfying(net -> assertThat(net).isEqualByComparingTo("46.00")); // 36 + 10
    assertThat(salesOrder("CH-1").path("billed").decimalValue()).isEqualByComparingTo("46.00");
  }

  @Test
  void whereSomeHasLeftOnlyTheRestIsCancelled() throws Exception {
    var day = LocalDate.ofInstant(running.bean(BusinessClock.class).instant(), ZoneOffset.UTC);
    taken(
        post(
            "/api/v1/orders",
            order(
                "CH-6",
                "ACME",
                line("1", "NUT", 5, "1.25")
                    + ", {\"lineId\": \"2\", \"productId\": \"NUT\", \"quantity\": 7, "
                    + "\"unitPrice\": \"1.25\", \"requestedOn\": \""
                    + day.plusDays(200)
                    + "\"}")));
    awaitEvent("fulfilment/CH-6", ShipmentShipped.class);

    taken(post("/api/v1/orders/CH-6/cancellation", "{\"reason\": \"The plant is closing\"}"));
    awaitEvent("order/CH-6", OrderPartlyCancelled.class);
    awaitEvent("order/CH-6", OrderCompleted.class);

    assertThat(salesOrder("CH-6").path("quantities").path("NUT").asInt()).isEqualTo(5);
    assertThat(salesOrder("CH-6").path("billed").decimalValue()).isEqualByComparingTo("6.25");
    assertThat(events("fulfilment/CH-6", ShipmentRequested.class)).hasSize(1);
  }

  @Test
  void anOrderThatIsHeldIsChangedAndGoesOnWhenItIsReleased() throws Exception {
    taken(post("/api/v1/orders", order("CH-2", "ACME", line("1", "NUT", 5, "1.25"))));
    taken(post("/api/v1/orders/CH-2/hold", "{\"reason\": \"The buyer asked us to\"}"));
    assertThat(events("fulfilment/CH-2", OrderHeld.class)).hasSize(1);

    taken(
        patch(
            "CH-2",
            "{\"lines\": ["
                + line("1", "NUT", 3, "1.25")
                + ","
                + line("2", "NUT", 2, "1.25")
                + "]}"));
    awaitEvent("fulfilment/CH-2", OrderChanged.class);
    var shipmentsBefore = events("fulfilment/CH-2", ShipmentRequested.class).count();

    taken(post("/api/v1/orders/CH-2/release", "{\"reason\": \"The buyer called\"}"));
    awaitEvent("order/CH-2", OrderCompleted.class);

    assertThat(events("fulfilment/CH-2", OrderReleased.class)).hasSize(1);
    assertThat(shipmentsBefore).as("at most what was under way when it was held").isLessThan(2);
    assertThat(salesOrder("CH-2").path("billedQuantities").path("NUT").asInt()).isEqualTo(5);
    assertThat(salesOrder("CH-2").path("billed").decimalValue()).isEqualByComparingTo("6.25");
    assertThat(running.books().path("effects").path("duplicates").asInt()).isZero();
  }

  @Test
  void goodsForALaterDayAreAskedForWhenItIsNearAndCanBeChangedUntilThen() throws Exception {
    var now = running.bean(BusinessClock.class).instant();
    var day = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(30);
    var later =
        "{\"lineId\": \"1\", \"productId\": \"NUT\", \"quantity\": %d, "
            + "\"unitPrice\": \"1.25\", \"requestedOn\": \""
            + day
            + "\"}";
    taken(post("/api/v1/orders", order("CH-3", "ACME", later.formatted(6))));
    await()
        .atMost(PATIENCE)
        .until(() -> salesOrder("CH-3").path("quantities").path("NUT").asInt() == 6);

    taken(patch("CH-3", "{\"lines\": [" + later.formatted(4) + "]}"));
    awaitEvent("order/CH-3", OrderCompleted.class);

    assertThat(events("fulfilment/CH-3", ShipDayCame.class)).isNotEmpty();
    assertThat(events("fulfilment/CH-3", ShipmentRequested.class))
        .singleElement()
        .satisfies(it -> assertThat(it.requestedOn()).isEqualTo(day));
    assertThat(salesOrder("CH-3").path("billedQuantities").path("NUT").asInt()).isEqualTo(4);

    var late = patch("CH-3", "{\"removedLines\": [\"1\"]}");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("order-ended");
  }

  @Test
  void aDraftIsCheckedWhileSomebodyWaitsAndNothingIsStored() throws Exception {
    var lines = line("1", "BOLT", 100_000, "2.40") + "," + line("2", "NUT", 1, "1.25");
    var draft = order("CH-9", "ACME", lines).replace("\"DE\"", "\"MARS\"");

    await()
        .atMost(PATIENCE)
        .untilAsserted( // a call that goes wrong is not known yet, and a person asks again
            () -> {
              var response = post("/api/v1/orders/checks?wait=20", draft);
              assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
              var checks = running.parsed(response).path("checks");
              assertThat(result(checks, "PRICE")).isEqualTo("FAILED");
              assertThat(result(checks, "AVAILABILITY")).isEqualTo("BACK_ORDERED");
              assertThat(result(checks, "TAX")).isEqualTo("FAILED");
              assertThat(response.body()).contains("Bolt is listed at 2.50, not 2.40.");
            });
    assertThat(running.log().of("order/CH-9")).isEmpty();

    assertThat(post("/api/v1/orders/checks?wait=0", draft).statusCode()).isEqualTo(400);
  }

  private static String result(JsonNode checks, String subject) {
    for (var check : checks) {
      if (check.path("check").asString().equals(subject)) {
        return check.path("result").asString();
      }
    }
    return "missing";
  }

  @Test
  void aSubscriptionIsCaughtUpWithRenewedUpgradedMidTermAndCancelledAndTheBooksSaySo()
      throws Exception {
    new SubscriptionStory(running, "CH-7").fromRenewalToCancellation();
  }

  @Test
  void aSubscriptionWhosePriceIsNotTheListsAtItsRenewalWaitsForSales() throws Exception {
    new SubscriptionStory(running, "CH-11").repricedAtItsRenewal();
  }

  @Test
  void aSubscriptionToWhatIsNotSoldAnyMoreEndsWithItsTerm() throws Exception {
    new SubscriptionStory(running, "CH-12").endedAtItsRenewal();
  }

  @Test
  void whatIsLeftOfAnEndedSubscriptionLessensTheBillOfAnotherOfTheOrder() throws Exception {
    new SubscriptionStory(running, "CH-13").creditUsedForAnotherLine();
  }

  @Test
  void whatNoSubscriptionCanBeIsRefusedWithTheReason() throws Exception {
    new SubscriptionStory(running, "CH-8").refusals();
  }

  @Test
  void whatAWarehouseTurnsOutToBeOutOfComesFromAnother() throws Exception {
    running.simulators().runOut("EAST", "BOLT");
    taken(post("/api/v1/orders", order("CH-4", "ACME", line("1", "BOLT", 7, "2.50"))));

    awaitEvent("order/CH-4", OrderCompleted.class);

    assertThat(events("fulfilment/CH-4", ShipmentUnstocked.class))
        .extracting(it -> it.warehouse().value())
        .containsExactly("EAST");
    assertThat(events("fulfilment/CH-4", ShipmentRequested.class))
        .extracting(it -> it.warehouse().value())
        .containsOnly("WEST");
    assertThat(salesOrder("CH-4").path("billedQuantities").path("BOLT").asInt()).isEqualTo(7);
  }

  @Test
  void anOrderThatNobodyKnowsIsNotFound() throws Exception {
    assertThat(post("/api/v1/orders/NOBODY/hold", "{\"reason\": \"x\"}").statusCode())
        .isEqualTo(404);
    assertThat(patch("NOBODY", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void anOrderThatSomebodyClosesInTheErpIsAPersonsMatterAndCanBeGivenUp() throws Exception {
    var parked =
        harmed(
            "CL", Cause.ORDER_CLOSED_IN_ERP, id -> running.simulators().netSuite().closeOrder(id));

    givenUp(parked);
  }

  @Test
  void anOrderThatTheErpLosesIsAPersonsMatterAndCanBeGivenUp() throws Exception {
    var parked =
        harmed(
            "LO", Cause.SALES_ORDER_MISSING, id -> running.simulators().netSuite().loseOrder(id));

    givenUp(parked);
  }

  @Test
  void anInvoiceThatTheErpLosesIsAPersonsMatter() throws Exception {
    running.registerCustomer("SLOW");
    running.simulators().netSuite().payInParts("SLOW", 30);
    taken(post("/api/v1/orders", order("LI-1", "SLOW", line("1", "NUT", 5, "1.25"))));
    awaitEvent("fulfilment/LI-1", InvoiceIssued.class);

    running.simulators().netSuite().loseInvoice("LI-1-S1");

    awaitParked("LI-1", Cause.INVOICE_MISSING);
  }

  private static void givenUp(FulfilmentParked parked) throws Exception {
    taken(
        post(
            "/api/v1/exceptions/" + parked.exceptionId() + "/remedies/cancel-order",
            "{\"parameters\": {}}"));
    awaitEvent("order/" + parked.orderId(), OrderCancelled.class);
  }

  /**
   * Orders that wait for stock are looked at until it comes; whoever does the harm after that is
   * too late, and does it to the next order.
   */
  private static FulfilmentParked harmed(String prefix, Cause cause, Consumer<String> harm)
      throws Exception {
    for (var i = 1; i <= 6; i++) {
      var id = prefix + "-" + i;
      var item = "RARE-" + id;
      running
          .simulators()
          .netSuite()
          .listItem(
              item, item, new BigDecimal("1.25"), false, new LinkedHashMap<>(Map.of("EAST", 0)), 9);
      taken(post("/api/v1/orders", order(id, "ACME", line("1", item, 5, "1.25"))));
      awaitEvent("fulfilment/" + id, SalesOrderCreated.class);
      harm.accept(id);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  parkedFor(id, cause).findAny().isPresent()
                      || events("fulfilment/" + id, ShipmentRequested.class).findAny().isPresent());
      var parked = parkedFor(id, cause).findFirst();
      if (parked.isPresent()) {
        return parked.get();
      }
    }
    throw new AssertionError("The stock came before the harm was done, six times.");
  }

  private static void awaitParked(String id, Cause cause) {
    await().atMost(PATIENCE).until(() -> parkedFor(id, cause).findAny().isPresent());
  }

  private static Stream<FulfilmentParked> parkedFor(String id, Cause cause) {
    return events("fulfilment/" + id, FulfilmentParked.class).filter(it -> it.cause() == cause);
  }
}
