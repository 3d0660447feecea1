package io.throughline.command;

import static io.throughline.command.RunningCommandSide.ADDRESS;
import static io.throughline.command.RunningCommandSide.line;
import static io.throughline.command.RunningCommandSide.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.CustomerEvent.ErasureDelayed;
import io.throughline.kernel.event.ErasureObstacle;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.PaymentEvent.PaymentReversed;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.ReturnEvent.ReturnAnnounced;
import io.throughline.kernel.event.ReturnEvent.ReturnClosed;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ReturnOutcome;
import io.throughline.simulators.Reply;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Goods that come back, over real HTTP and with a tenth of all calls going wrong, on a clock on
 * which a day passes in two seconds: EAST is ShipBob's, NORTH is ShipHero's.
 */
@Order(1)
class ReturnLineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static RunningCommandSide running;

  @BeforeAll
  static void start() throws Exception {
    running = RunningCommandSide.start(0.1);
    list("BOLT", "EAST");
    list("CABLE", "NORTH");
    running.registerCustomer("ACME");
  }

  private static void list(String item, String warehouse) {
    running
        .simulators()
        .netSuite()
        .listItem(
            item,
            item,
            new BigDecimal("2.50"),
            false,
            new LinkedHashMap<>(Map.of(warehouse, 1000)),
            100);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static void submit(String id, String product, String street) throws Exception {
    var body = order(id, "ACME", line("1", product, 10, "2.50")).replace(ADDRESS, to(street));
    taken(running.postAs("sales", "/api/v1/orders", body));
  }

  private static String to(String street) {
    return ADDRESS.replace("1 Mill Lane", street);
  }

  private static HttpResponse<String> giveBack(String id, int units, String settlement)
      throws Exception {
    return running.postAs(
        "sales",
        "/api/v1/orders/" + id + "/return",
        """
        {"lines": [{"lineId": "1", "quantity": %d}], "settlement": "%s", "reason": "Too long"}
        """
            .formatted(units, settlement));
  }

  private static void taken(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
  }

  private static <E extends Event> E awaitEvent(String aggregate, Class<E> type) {
    await().atMost(PATIENCE).until(() -> events(aggregate, type).findAny().isPresent());
    return events(aggregate, type).findFirst().orElseThrow();
  }

  private static <E extends Event> Stream<E> events(String aggregate, Class<E> type) {
    List<RecordedEvent> history = running.log().of(aggregate);
    return history.stream().map(RecordedEvent::event).filter(type::isInstance).map(type::cast);
  }

  private static JsonNode erp() {
    return running.books().path("erp");
  }

  private static void booksAreWhole() {
    var sum = BigDecimal.ZERO;
    for (var account : erp().path("trialBalance")) {
      sum = sum.add(account.decimalValue());
    }
    assertThat(sum).isEqualByComparingTo("0");
    assertThat(running.books().path("effects").path("duplicates").asInt()).isZero();
  }

  @Test
  void someOfACompletedOrderIsCreditedAndPaidBackAndThenSomeMore() throws Exception {
    submit("RT-1", "BOLT", "1 Mill Lane");
    awaitEvent("order/RT-1", OrderCompleted.class);

    taken(giveBack("RT-1", 4, "REFUND"));
    assertThat(awaitEvent("fulfilment/RT-1", ReturnClosed.class).outcome())
        .isEqualTo(ReturnOutcome.REFUNDED);
    assertThat(erp().path("creditMemos").path("RT-1-R1").path("net").decimalValue())
        .isEqualByComparingTo("10.00");
    assertThat(erp().path("refunds").path("RT-1-R1").path("amount").decimalValue())
        .isEqualByComparingTo("11.90");

    taken(giveBack("RT-1", 6, "CREDIT"));
    await()
        .atMost(PATIENCE)
        .until(() -> events("fulfilment/RT-1", ReturnClosed.class).count() == 2);
    assertThat(erp().path("creditMemos").path("RT-1-R2").path("refunded").decimalValue())
        .isEqualByComparingTo("0");
    var tooMany = giveBack("RT-1", 1, "REFUND");
    assertThat(tooMany.statusCode()).isEqualTo(409);
    assertThat(tooMany.body()).contains("not-returnable");
    booksAreWhole();
  }

  @Test
  void theOtherProviderTakesItsOwnGoodsBackAndWhatIsBrokenIsNotCredited() throws Exception {
    submit("RT-2", "CABLE", "7 Crack Lane");
    awaitEvent("fulfilment/RT-2", ShipmentDelivered.class);

    taken(giveBack("RT-2", 5, "REFUND"));
    awaitEvent("fulfilment/RT-2", ReturnClosed.class);

    assertThat(awaitEvent("fulfilment/RT-2", ReturnAnnounced.class).provider())
        .isEqualTo("shiphero");
    var back = erp().path("returnAuthorizations").path("RT-2-R1");
    assertThat(back.path("credited").path("1").asInt()).isEqualTo(4);
    assertThat(back.path("status").asString()).isEqualTo("Closed");
    booksAreWhole();
  }

  @Test
  void whereLessComesThanWasAnnouncedAPersonInspectsItAnew() throws Exception {
    submit("RT-3", "BOLT", "2 Short Street");
    awaitEvent("fulfilment/RT-3", ShipmentDelivered.class);
    taken(giveBack("RT-3", 5, "REFUND"));

    var parked = awaitEvent("fulfilment/RT-3", FulfilmentParked.class);
    assertThat(parked.cause()).isEqualTo(Cause.INSPECTION_DIFFERS);
    taken(
        running.postAs(
            "operations",
            "/api/v1/orders/RT-3/returns/RT-3-R1/inspection",
            "{\"lines\": [{\"lineId\": \"1\", \"accepted\": 5, \"refused\": 0}]}"));

    awaitEvent("fulfilment/RT-3", ReturnClosed.class);
    assertThat(
            erp().path("returnAuthorizations").path("RT-3-R1").path("credited").path("1").asInt())
        .isEqualTo(5);
  }

  @Test
  void whatNeverComesIsSomebodysAndIsWithdrawn() throws Exception {
    submit("RT-4", "BOLT", "3 Keepers Row");
    awaitEvent("fulfilment/RT-4", ShipmentDelivered.class);
    taken(giveBack("RT-4", 5, "REFUND"));

    var parked = awaitEvent("fulfilment/RT-4", FulfilmentParked.class);
    assertThat(parked.cause()).isEqualTo(Cause.RETURN_OVERDUE);
    taken(
        running.postAs(
            "sales",
            "/api/v1/exceptions/" + parked.exceptionId() + "/remedies/withdraw-return",
            "{\"parameters\": {}}"));

    assertThat(awaitEvent("fulfilment/RT-4", ReturnClosed.class).outcome())
        .isEqualTo(ReturnOutcome.WITHDRAWN);
    assertThat(erp().path("returnAuthorizations").path("RT-4-R1").path("status").asString())
        .isEqualTo("Closed");
    assertThat(
            running
                .books()
                .path("carrier")
                .path("returns")
                .path("RT-4-R1")
                .path("status")
                .asString())
        .isEqualTo("Cancelled");
  }

  @Test
  void goodsThatTheCarrierBroughtBackAreTakenBackAndTheOrderEnds() throws Exception {
    submit("RT-5", "BOLT", "2 Nobody's Lane");
    assertThat(awaitEvent("fulfilment/RT-5", FulfilmentParked.class).cause())
        .isEqualTo(Cause.RETURNED_TO_SENDER);

    taken(giveBack("RT-5", 10, "REFUND"));

    awaitEvent("fulfilment/RT-5", ReturnClosed.class);
    awaitEvent("order/RT-5", OrderCompleted.class);
    var cancel =
        running.postAs("sales", "/api/v1/orders/RT-5/cancellation", "{\"reason\": \"No\"}");
    assertThat(cancel.body()).contains("/return");
  }

  @Test
  void eachRefusalOfAReturnIsSomebodysAndGoesOnWhenItIsMended() throws Exception {
    submit("RT-6", "BOLT", "1 Mill Lane");
    awaitEvent("order/RT-6", OrderCompleted.class);
    var no = new Reply(400, Map.of(), "application/json", REFUSAL);
    for (var path : List.of("returnAuthorization", "itemReceipt", "creditMemo")) {
      running.simulators().refuse("!transform/" + path, "RT-6", no);
    }
    running.simulators().refuse("customerRefund/eid:RT-6", "", no);
    running.simulators().refuse("POST /2026-07/return", "RT-6-R1", no);
    taken(giveBack("RT-6", 5, "REFUND"));

    for (var cause :
        List.of(
            Cause.RETURN_REFUSED,
            Cause.RETURN_NOT_EXPECTED,
            Cause.RETURN_NOT_RECEIVABLE,
            Cause.CREDIT_REFUSED,
            Cause.REFUND_REFUSED)) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  events("fulfilment/RT-6", FulfilmentParked.class)
                      .anyMatch(it -> it.cause() == cause));
      mended(cause);
    }
    assertThat(awaitEvent("fulfilment/RT-6", ReturnClosed.class).outcome())
        .isEqualTo(ReturnOutcome.REFUNDED);
  }

  private static final String REFUSAL =
      """
      {"title": "Bad Request", "status": 400, "o:errorDetails":
        [{"detail": "The request cannot be carried out.", "o:errorCode": "USER_ERROR"}]}
      """;

  /** Whatever stood in its way is gone, and somebody says so. */
  private static void mended(Cause cause) throws Exception {
    running.simulators().relent(pathOf(cause));
    var parked =
        events("fulfilment/RT-6", FulfilmentParked.class)
            .filter(it -> it.cause() == cause)
            .reduce((_, later) -> later)
            .orElseThrow();
    taken(
        running.postAs(
            "operations",
            "/api/v1/exceptions/" + parked.exceptionId() + "/remedies/retry",
            "{\"parameters\": {}}"));
  }

  @Test
  void anErasureWaitsForAReturnOfACompletedOrder() throws Exception {
    running.registerCustomer("GONE");
    var erp = running.simulators().netSuite();
    await().ignoreExceptions().until(() -> !erp.customerField("GONE", "companyName").isEmpty());
    var sale = order("RT-9", "GONE", line("1", "BOLT", 1, "2.50"));
    taken(running.postAs("sales", "/api/v1/orders", sale.replace(ADDRESS, to("3 Keepers Row"))));
    awaitEvent("order/RT-9", OrderCompleted.class);
    taken(giveBack("RT-9", 1, "REFUND")); // it never comes

    erase("GONE");

    var delayed = awaitEvent("customer/GONE", ErasureDelayed.class);
    assertThat(delayed.waitsFor()).contains(ErasureObstacle.OPEN_RETURNS);
    taken(
        running.postAs(
            "sales",
            "/api/v1/orders/RT-9/returns/RT-9-R1/withdrawal",
            "{\"reason\": \"It was lost\"}"));
    awaitEvent("fulfilment/RT-9", ReturnClosed.class);
    await().atMost(PATIENCE).until(() -> theErasureGoesOn("GONE", ErasureObstacle.OPEN_RETURNS));
  }

  @Test
  void anErasureWaitsForAPaymentThatWasTakenBackFromACompletedOrder() throws Exception {
    running.registerCustomer("BOUNCED");
    var erp = running.simulators().netSuite();
    await().ignoreExceptions().until(() -> !erp.customerField("BOUNCED", "companyName").isEmpty());
    taken(
        running.postAs(
            "sales", "/api/v1/orders", order("RT-10", "BOUNCED", line("1", "BOLT", 1, "2.50"))));
    awaitEvent("order/RT-10", OrderCompleted.class);
    erp.reversePayment("RT-10-S1");
    awaitEvent("fulfilment/RT-10", PaymentReversed.class);

    erase("BOUNCED");

    var delayed = awaitEvent("customer/BOUNCED", ErasureDelayed.class);
    assertThat(delayed.waitsFor()).contains(ErasureObstacle.REVERSED_PAYMENTS);
    erp.payRest("RT-10-S1");
    await()
        .atMost(PATIENCE)
        .until(() -> theErasureGoesOn("BOUNCED", ErasureObstacle.REVERSED_PAYMENTS));
  }

  private static void erase(String customer) throws Exception {
    var asked =
        running.postAs(
            "sales",
            "/api/v1/customers/" + customer + "/erasure",
            "{\"reason\": \"Asked to be forgotten\"}");
    taken(asked);
    taken(
        running.postAs(
            "finance",
            "/api/v1/approvals/" + running.parsed(asked).path("approvalId").asString(),
            "{\"decision\": \"APPROVE\", \"reason\": \"All is paid\"}"));
  }

  /** It is done, or waits for what nodes may hold in memory alone. */
  private static boolean theErasureGoesOn(String customer, ErasureObstacle gone) {
    var waits = events("customer/" + customer, ErasureDelayed.class).toList();
    return events("customer/" + customer, CustomerErased.class).findAny().isPresent()
        || !waits.getLast().waitsFor().contains(gone);
  }

  private static String pathOf(Cause cause) {
    return switch (cause) {
      case RETURN_REFUSED -> "!transform/returnAuthorization";
      case RETURN_NOT_EXPECTED -> "POST /2026-07/return";
      case RETURN_NOT_RECEIVABLE -> "!transform/itemReceipt";
      case CREDIT_REFUSED -> "!transform/creditMemo";
      default -> "customerRefund/eid:RT-6";
    };
  }

  @Test
  void whoMayNotReturnsNothingAndWhatIsNotThereIsNotFound() throws Exception {
    assertThat(giveBack("NOBODY", 1, "REFUND").statusCode()).isEqualTo(404);
    assertThat(
            running
                .postAs("partner", "/api/v1/orders/NOBODY/return", "{\"lines\": []}")
                .statusCode())
        .isIn(400, 403);
    submit("RT-7", "BOLT", "1 Mill Lane");
    assertThat(giveBack("RT-7", 0, "REFUND").statusCode()).isEqualTo(400);
    assertThat(
            running
                .postAs(
                    "sales",
                    "/api/v1/orders/RT-7/returns/RT-9-R1/withdrawal",
                    "{\"reason\": \"No\"}")
                .statusCode())
        .isEqualTo(404);
  }
}
