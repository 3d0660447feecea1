package io.throughline.command;

import static io.throughline.command.RunningCommandSide.line;
import static io.throughline.command.RunningCommandSide.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.kernel.Money;
import io.throughline.kernel.event.DepositEvent.DepositApplied;
import io.throughline.kernel.event.DepositEvent.DepositReceived;
import io.throughline.kernel.event.DepositEvent.DepositRefunded;
import io.throughline.kernel.event.DepositEvent.DepositRequested;
import io.throughline.kernel.event.DepositEvent.DepositReversed;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.OrderValidated;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentRequested;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.event.OperatorEvent.ExceptionOverdue;
import io.throughline.kernel.event.OperatorEvent.PayloadInjected;
import io.throughline.kernel.event.OrderEvent.OrderCancelled;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.PaymentEvent.PartPaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PaymentReversed;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.simulators.netsuite.NetSuiteRefusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Orders on their whole way, on a clock on which a day passes in two seconds, with a fifth of all
 * calls going wrong.
 */
@Order(1)
class OrderToCashTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static RunningCommandSide running;

  @BeforeAll
  static void start() throws Exception {
    running = RunningCommandSide.start(0.2);
    running.listItems();
    running.registerCustomer("ACME");
    await().until(() -> running.books().path("erp").path("customers").asInt() == 1);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void anOrderOverTwoWarehousesAndABackOrderIsShippedInvoicedAndPaidOnce() throws Exception {
    submit(
        order("SO-1", "ACME", line("1", "BOLT", 150, "2.50") + "," + line("2", "NUT", 8, "1.25")));

    awaitEvent("order/SO-1", OrderCompleted.class);

    var shipments = events("fulfilment/SO-1", ShipmentRequested.class).toList();
    assertThat(shipments).extracting(it -> it.warehouse().value()).contains("EAST", "WEST");
    assertThat(shipments.size()).isGreaterThanOrEqualTo(3);
    assertThat(
            events("fulfilment/SO-1", InvoiceIssued.class)
                .map(it -> it.net().amount())
                .reduce(java.math.BigDecimal::add))
        .hasValueSatisfying(net -> assertThat(net).isEqualByComparingTo("385.00"));
    assertThat(
            running
                .books()
                .path("erp")
                .path("salesOrders")
                .path("SO-1")
                .path("billed")
                .decimalValue())
        .isEqualByComparingTo("385.00");
    assertThat(running.books().path("effects").path("duplicates").asInt()).isZero();
  }

  @Test
  void aDiscontinuedProductParksTheOrderUntilSomebodySubstitutesIt() throws Exception {
    submit(order("SO-2", "ACME", line("1", "RIVET", 4, "0.75")));

    awaitEvent("fulfilment/SO-2", FulfilmentParked.class);
    var parked = events("fulfilment/SO-2", FulfilmentParked.class).findFirst().orElseThrow();
    assertThat(parked.cause()).isEqualTo(Cause.PRODUCT_DISCONTINUED);
    assertThat(parked.findings().getFirst().message()).contains("Rivet", "discontinued");

    var wrong =
        running.postAs(
            "finance",
            "/api/v1/exceptions/SO-2-E1/remedies/remove-line",
            "{\"parameters\":{\"lineId\":\"1\"}}");
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).contains("operations, sales");

    var mended =
        running.postAs(
            "sales",
            "/api/v1/exceptions/SO-2-E1/remedies/substitute-product",
            "{\"parameters\":{\"lineId\":\"1\",\"productId\":\"NUT\"}}");
    assertThat(mended.statusCode()).as(mended.body()).isEqualTo(202);

    awaitEvent("order/SO-2", OrderCompleted.class); // at the list price of what it is now
    assertThat(events("fulfilment/SO-2", FulfilmentParked.class)).hasSize(1);
    assertThat(
            events("fulfilment/SO-2", TermsChanged.class)
                .map(it -> it.terms().lines().getFirst().unitPrice()))
        .containsExactly(Money.of("1.25", "USD"));
  }

  @Test
  void anInvoiceIsPaidInPartsAndOneIsTakenBackAndPaidAnew() throws Exception {
    running.registerCustomer("PARTS");
    var erp = running.simulators().netSuite();
    await().ignoreExceptions().until(() -> !erp.customerField("PARTS", "companyName").isEmpty());
    erp.payInParts("PARTS", 3);
    submit(order("SO-41", "PARTS", line("1", "NUT", 1, "1.25")));
    awaitEvent("order/SO-41", OrderCompleted.class);
    assertThat(events("fulfilment/SO-41", PartPaymentRecorded.class)).isNotEmpty();
    assertThat(settledWith("SO-41")).isEqualByComparingTo(paidInBooks("SO-41-S1"));

    erp.reversePayment("SO-41-S1");

    awaitEvent("fulfilment/SO-41", FulfilmentParked.class);
    assertThat(events("fulfilment/SO-41", PaymentReversed.class)).hasSize(1);
    assertThat(events("fulfilment/SO-41", FulfilmentParked.class).map(FulfilmentParked::cause))
        .containsExactly(Cause.PAYMENT_REVERSED);

    erp.payRest("SO-41-S1");

    await()
        .atMost(PATIENCE)
        .until(() -> events("fulfilment/SO-41", PaymentRecorded.class).count() == 2);
    assertThat(events("fulfilment/SO-41", PaymentRecorded.class).toList().getLast().closed())
        .containsExactly(new ExceptionId("SO-41-E1"));
  }

  @Test
  void nothingIsShippedBeforeTheDepositIsPaidAndWhatIsCancelledIsPaidBack() throws Exception {
    running.registerCustomer("ADVANCE");
    var erp = running.simulators().netSuite();
    await().ignoreExceptions().until(() -> !erp.customerField("ADVANCE", "companyName").isEmpty());
    erp.deposits().paysBySelf("ADVANCE", false);
    submit(advance("SO-61", "{\"share\": \"0.50\"}"));
    submit(advance("SO-62", "{\"amount\": \"2.00\"}, \"requestedOn\": \"2031-03-31\""));
    awaitEvent("fulfilment/SO-62", DepositRequested.class);
    erp.deposits().pay("SO-62");
    var cancelled =
        running.postAs("sales", "/api/v1/orders/SO-62/cancellation", "{\"reason\": \"Twice\"}");
    assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(202);

    awaitEvent("fulfilment/SO-61", FulfilmentParked.class);
    assertThat(events("fulfilment/SO-61", FulfilmentParked.class).map(FulfilmentParked::cause))
        .containsExactly(Cause.DEPOSIT_NOT_PAID);
    assertThat(events("fulfilment/SO-61", ShipmentRequested.class)).isEmpty();
    var more = "{\"lines\": [" + line("1", "NUT", 8, "1.25") + "]}";
    var changed = running.patchAs("sales", "/api/v1/orders/SO-61", more);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .until(() -> events("fulfilment/SO-61", FulfilmentParked.class).count() == 2);
    assertThat(events("fulfilment/SO-61", DepositRequested.class).map(DepositRequested::amount))
        .containsExactly(Money.of("2.98", "USD"), Money.of("5.95", "USD"));
    erp.deposits().pay("SO-61"); // found by the poll, as a person is asked

    awaitEvent("order/SO-61", OrderCompleted.class);
    assertThat(
            events("fulfilment/SO-61", DepositReceived.class).flatMap(it -> it.closed().stream()))
        .containsExactly(new ExceptionId("SO-61-E2"));
    assertThat(events("fulfilment/SO-61", DepositApplied.class).map(DepositApplied::amount))
        .containsExactly(Money.of("5.95", "USD"));
    assertThat(paidInBooks("SO-61-S1")).isEqualByComparingTo("11.90");
    assertThat(settledWith("SO-61")).isEqualByComparingTo("5.95");
    awaitEvent("order/SO-62", OrderCancelled.class);
    assertThat(events("fulfilment/SO-62", DepositRefunded.class).map(DepositRefunded::amount))
        .containsExactly(Money.of("2.00", "USD"));
    erp.deposits().take("SO-62-LATE", "SO-62", new BigDecimal("1.50"));
    await()
        .atMost(PATIENCE)
        .until(() -> events("fulfilment/SO-62", DepositRefunded.class).count() == 2);
    assertThat(events("fulfilment/SO-62", DepositRefunded.class).map(DepositRefunded::amount))
        .containsExactly(Money.of("2.00", "USD"), Money.of("1.50", "USD"));
    var late = running.books().path("erp").path("deposits").path("SO-62-LATE");
    assertThat(late.path("refunded").decimalValue()).isEqualByComparingTo("1.50");
    var deposits = running.books().path("erp").path("deposits");
    assertThat(deposits.findValues("refunded").stream().map(it -> it.decimalValue().intValue()))
        .contains(2);
  }

  @Test
  void aDepositThatTheBankTakesBackGoesToFinanceAndIsWaitedForAnew() throws Exception {
    running.registerCustomer("BOUNCED");
    var erp = running.simulators().netSuite();
    await().ignoreExceptions().until(() -> !erp.customerField("BOUNCED", "companyName").isEmpty());
    submit(
        advance("SO-63", "{\"amount\": \"2.00\"}, \"requestedOn\": \"2031-03-31\"")
            .replace("ADVANCE", "BOUNCED"));
    awaitEvent("fulfilment/SO-63", DepositReceived.class);

    erp.deposits().reverse("SO-63");

    awaitEvent("fulfilment/SO-63", FulfilmentParked.class);
    var parked = events("fulfilment/SO-63", FulfilmentParked.class).findFirst().orElseThrow();
    assertThat(parked.cause()).isEqualTo(Cause.DEPOSIT_NOT_PAID);
    assertThat(parked.findings().getFirst().values()).containsEntry("reversed", "2.00");
    assertThat(events("fulfilment/SO-63", DepositReversed.class).map(DepositReversed::amount))
        .containsExactly(Money.of("2.00", "USD"));

    erp.deposits().pay("SO-63");

    await()
        .atMost(PATIENCE)
        .until(() -> events("fulfilment/SO-63", DepositReceived.class).count() == 2);
    assertThat(events("fulfilment/SO-63", DepositReceived.class).toList().getLast().closed())
        .containsExactly(parked.exceptionId());
  }

  private static String advance(String order, String deposit) {
    return order(order, "ADVANCE", line("1", "NUT", 4, "1.25"))
        .replaceFirst("\\{", "{\"deposit\": " + deposit + ", ");
  }

  @Test
  void anInvoiceOfAnotherAmountThanAgreedWaitsUntilItIsMendedOrAccepted() throws Exception {
    var erp = running.simulators().netSuite();
    for (var each : List.of("SO-51", "SO-52")) {
      erp.misprice(each + "-S1", new BigDecimal("3.50"));
      submit(order(each, "ACME", line("1", "NUT", 2, "1.25")));
    }
    for (var each : List.of("SO-51", "SO-52")) {
      awaitEvent("fulfilment/" + each, FulfilmentParked.class);
      var parked = events("fulfilment/" + each, FulfilmentParked.class).findFirst().orElseThrow();
      assertThat(parked.cause()).isEqualTo(Cause.AMOUNT_DIFFERS);
      assertThat(parked.findings().getFirst().values())
          .containsEntry("agreed", "2.50")
          .containsEntry("booked", "3.50");
    }

    erp.editInvoice("SO-51-S1", new BigDecimal("2.50"));
    var retried = running.postAs("finance", "/api/v1/exceptions/SO-51-E1/remedies/retry", "{}");
    assertThat(retried.statusCode()).as(retried.body()).isEqualTo(202);
    var accept = "/api/v1/exceptions/SO-52-E1/remedies/accept-amount";
    assertThat(running.postAs("sales", accept, "{}").statusCode()).isEqualTo(403);
    assertThat(running.postAs("finance", accept, "{}").statusCode()).isEqualTo(202);

    awaitEvent("order/SO-51", OrderCompleted.class);
    awaitEvent("order/SO-52", OrderCompleted.class);
    assertThat(events("fulfilment/SO-51", InvoiceIssued.class).map(InvoiceIssued::net))
        .containsExactly(Money.of("2.50", "USD"));
    assertThat(events("fulfilment/SO-52", InvoiceIssued.class).map(InvoiceIssued::net))
        .containsExactly(Money.of("3.50", "USD"));
  }

  private static BigDecimal settledWith(String order) {
    return Stream.concat(
            events("fulfilment/" + order, PartPaymentRecorded.class)
                .map(PartPaymentRecorded::amount),
            events("fulfilment/" + order, PaymentRecorded.class).map(PaymentRecorded::amount))
        .map(Money::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal paidInBooks(String invoice) throws Exception {
    return running.books().path("erp").path("invoices").path(invoice).path("paid").decimalValue();
  }

  @Test
  void anOrderGoesOnByItselfOnceItsProductIsSoldAgain() throws Exception {
    running.listItem("RIVET-2", "0.75", true);
    submit(order("SO-6", "ACME", line("1", "RIVET-2", 4, "0.80")));
    awaitEvent("fulfilment/SO-6", FulfilmentParked.class);

    running.simulators().netSuite().editItem("RIVET-2", new BigDecimal("0.80"), false);

    awaitEvent("order/SO-6", OrderCompleted.class);
    assertThat(events("fulfilment/SO-6", RemedyApplied.class).map(RemedyApplied::actor))
        .containsExactly("throughline");
  }

  @Test
  void anOrderThatTheErpRefusesIsAlertedAndGoesOnWithWhatTwoPeopleAgreedOn() throws Exception {
    var put = "PUT /services/rest/record/v1/salesOrder/eid:SO-11";
    running.simulators().refuse(put, "\"DE\"", NetSuiteRefusal.FIELD.reply());
    submit(order("SO-11", "ACME", line("1", "NUT", 2, "1.25")));
    awaitEvent("fulfilment/SO-11", FulfilmentParked.class);
    var parked = events("fulfilment/SO-11", FulfilmentParked.class).findFirst().orElseThrow();
    assertThat(parked.cause()).isEqualTo(Cause.ERP_FIELD_REFUSED);
    assertThat(parked.findings().getFirst().values()).containsEntry("field", "otherRefNum");
    awaitEvent("fulfilment/SO-11", ExceptionOverdue.class);

    var operations = "/api/v1/operations/orders/SO-11/";
    var step = "\"stepId\":\"SO-11/create-sales-order\",\"reason\":\"The ERP will not have it\"";
    var nobody = running.postAs("analyst", operations + "skip", "{" + step + "}");
    assertThat(nobody.statusCode()).isEqualTo(403);
    var needed = running.postAs("operations", operations + "skip", "{" + step + "}");
    assertThat(needed.statusCode()).as(needed.body()).isEqualTo(409);
    assertThat(needed.body()).contains("step-not-skippable");
    var nowhere =
        running.postAs(
            "operations",
            operations + "reroute",
            "{" + step + ",\"to\":\"ERP\",\"name\":\"mars\"}");
    assertThat(nowhere.statusCode()).isEqualTo(400);
    assertThat(nowhere.body()).contains("netsuite");
    var wrong =
        running.postAs(
            "sales", operations + "injection", "{" + step + ",\"patch\":{\"tax\":\"FR\"}}");
    assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(400);

    var asked =
        running.postAs(
            "sales", operations + "injection", "{" + step + ",\"patch\":{\"taxRegion\":\"FR\"}}");
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    var approval = running.parsed(asked).path("approvalId").asString();
    assertThat(events("fulfilment/SO-11", PayloadInjected.class)).isEmpty();
    var agreed =
        running.postAs(
            "operations",
            "/api/v1/approvals/" + approval,
            "{\"decision\":\"APPROVE\",\"reason\":\"It is sold in France\"}");
    assertThat(agreed.statusCode()).as(agreed.body()).isEqualTo(202);

    awaitEvent("order/SO-11", OrderCompleted.class);
    assertThat(events("fulfilment/SO-11", PayloadInjected.class).findFirst().orElseThrow().actor())
        .isEqualTo("user-operations");
    running.simulators().relent();
  }

  @Test
  void manyOrdersAreMendedAtOnceAndEachTellsWhatCameOfIt() throws Exception {
    var orders = List.of("SO-21", "SO-22");
    for (var each : orders) {
      running.simulators().refuse("salesOrder/eid:" + each, "", NetSuiteRefusal.PERMISSION.reply());
      submit(order(each, "ACME", line("1", "NUT", 1, "1.25")));
    }
    for (var each : orders) {
      awaitEvent("fulfilment/" + each, FulfilmentParked.class);
    }
    running.simulators().relent();
    await().atMost(PATIENCE).until(() -> foundForMany("SO-21", "SO-22") == 2);
    var path = "/api/v1/operations/remedies";
    var vague = running.postAs("operations", path, "{\"remedy\":\"retry\"}");
    assertThat(vague.statusCode()).isEqualTo(400);
    var single = running.postAs("sales", path, "{\"remedy\":\"remove-line\",\"queue\":\"SALES\"}");
    assertThat(single.body()).contains("retry, release-credit, approve-price");
    var notTheirs =
        running.postAs("sales", path, "{\"remedy\":\"release-credit\",\"queue\":\"FINANCE\"}");
    assertThat(notTheirs.statusCode()).isEqualTo(403);

    var asked =
        running.parsed(
            running.postAs(
                "operations", path, "{\"remedy\":\"retry\",\"orders\":[\"SO-21\",\"SO-22\"]}"));
    assertThat(asked.path("exceptions").asInt()).as("%s", asked).isEqualTo(2);

    awaitEvent("order/SO-21", OrderCompleted.class);
    awaitEvent("order/SO-22", OrderCompleted.class);
    var progress =
        running.parsed(running.getAs("operations", path + "/" + asked.path("bulkId").asString()));
    assertThat(progress.path("applied").asInt()).as("%s", progress).isEqualTo(2);
    assertThat(progress.path("items").get(0).path("exceptionId").asString()).isEqualTo("SO-21-E1");
    assertThat(events("fulfilment/SO-21", RemedyApplied.class).count()).isEqualTo(1);
  }

  @Test
  void whatAProcessorCannotHandleIsShownAndPatchedOrEvictedByTwoPeople() throws Exception {
    submit(order("SO-31", "ACME", line("1", "NUT", 1, "1.25")));
    awaitEvent("order/SO-31", OrderCompleted.class);
    var index = running.log().of("fulfilment/SO-31").getFirst().globalIndex();
    var jdbc = running.bean(JdbcTemplate.class);
    jdbc.update(
        "insert into dead_letters values ('bulk', ?, 'fulfilment/SO-31', 'IllegalState', now(),"
            + " now())",
        index);
    var path = "/api/v1/dead-letters/bulk/" + index;
    var shown = running.parsed(running.getAs("operations", path));
    assertThat(shown.path("terms").path("shipTo").path("street").asString())
        .isEqualTo("1 Mill Lane");
    var nowhere = running.getAs("operations", "/api/v1/dead-letters/bulk/1");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    var wrong =
        running.postAs(
            "operations", path + "/patch", "{\"patch\":{\"at\":null},\"reason\":\"A test\"}");
    assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(400);
    assertThat(wrong.body()).contains("/at");

    var asked =
        running.postAs(
            "operations",
            path + "/patch",
            "{\"patch\":{\"terms\":{\"taxRegion\":\"FR\"}},\"reason\":\"It was typed wrong\"}");
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    var decision = "{\"decision\":\"APPROVE\",\"reason\":\"So it was\"}";
    var approval = "/api/v1/approvals/" + running.parsed(asked).path("approvalId").asString();
    assertThat(running.postAs("operations", approval, decision).statusCode()).isEqualTo(409);
    assertThat(running.postAs("integration", approval, decision).statusCode()).isEqualTo(202);

    await().atMost(PATIENCE).until(() -> running.getAs("operations", path).statusCode() == 404);
    var ofAView = "/api/v1/dead-letters/slice-orderdetails/" + index + "/eviction";
    var evicted = running.postAs("operations", ofAView, "{\"reason\":\"It is a test\"}");
    assertThat(evicted.statusCode()).as(evicted.body()).isEqualTo(202);
  }

  private static int foundForMany(String... orders) {
    return Objects.requireNonNull(
        running
            .bean(JdbcTemplate.class)
            .queryForObject(
                "select count(*) from open_exceptions where order_id = any (?)",
                Integer.class,
                (Object) orders));
  }

  @Test
  void aPausedOrderStandsStillUntilItIsResumed() throws Exception {
    running.simulators().down("/services/rest/", true);
    submit(order("SO-12", "ACME", line("1", "NUT", 2, "1.25")));
    awaitEvent("fulfilment/SO-12", StepRequested.class);
    var operations = "/api/v1/operations/orders/SO-12/";
    var paused = running.postAs("operations", operations + "pause", "{\"reason\":\"Wait\"}");
    assertThat(paused.statusCode()).as(paused.body()).isEqualTo(202);
    running.simulators().down("/services/rest/", false);
    awaitEvent("fulfilment/SO-12", OrderValidated.class);
    assertThat(events("fulfilment/SO-12", StepRequested.class)).hasSize(1);

    running.postAs("operations", operations + "resume", "{\"reason\":\"Go on\"}");

    awaitEvent("order/SO-12", OrderCompleted.class);
  }

  @Test
  void cancellingBeforeShipmentUndoesWhatWasDone() throws Exception {
    submit(order("SO-3", "ACME", line("1", "NUT", 5, "1.25")));
    awaitEvent("fulfilment/SO-3", ShipmentRequested.class);

    var cancelled =
        running.postAs(
            "sales", "/api/v1/orders/SO-3/cancellation", "{\"reason\":\"Ordered twice\"}");
    assertThat(cancelled.statusCode()).as(cancelled.body()).isIn(202, 409);

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                events("order/SO-3", OrderCancelled.class).findAny().isPresent()
                    || events("order/SO-3", OrderCompleted.class).findAny().isPresent());
    if (events("order/SO-3", OrderCancelled.class).findAny().isPresent()) {
      assertThat(
              running
                  .books()
                  .path("erp")
                  .path("salesOrders")
                  .path("SO-3")
                  .path("status")
                  .asString())
          .isEqualTo("Closed");
      assertThat(
              running
                  .books()
                  .path("carrier")
                  .path("shipments")
                  .path("SO-3-S1")
                  .path("status")
                  .asString())
          .isEqualTo("Cancelled");
      assertThat(events("fulfilment/SO-3", FulfilmentCancelled.class)).hasSize(1);
    }
  }

  @Test
  void aWaitingCallerHearsThatTheOrderIsAccepted() throws Exception {
    var response =
        running.post(
            "/api/v1/orders",
            order("SO-4", "ACME", line("1", "NUT", 1, "1.25")),
            "Authorization",
            "Bearer " + RunningCommandSide.token("sales"),
            "Idempotency-Key",
            "\"so-4\"",
            "Prefer",
            "wait=20");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    assertThat(running.parsed(response).path("status").asString()).isEqualTo("ACCEPTED");
    assertThat(response.headers().firstValue("Location")).contains("/api/v1/orders/SO-4");
    awaitEvent("fulfilment/SO-4", FulfilmentCompleted.class);
  }

  private static void submit(String order) throws IOException, InterruptedException {
    var response = running.postAs("sales", "/api/v1/orders", order);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
  }

  private static void awaitEvent(String aggregate, Class<? extends Event> type) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(events(aggregate, type))
                    .as(() -> "among " + told(aggregate))
                    .isNotEmpty());
  }

  /** What happened to the order, for whoever wonders why it does not end. */
  private static List<String> told(String aggregate) {
    var order = aggregate.substring(aggregate.indexOf('/') + 1);
    return Stream.concat(
            events("fulfilment/" + order, Event.class), events("order/" + order, Event.class))
        .map(
            event ->
                event instanceof FulfilmentParked parked
                    ? parked.cause() + " " + parked.stepId()
                    : event instanceof StepRequested step
                        ? step.stepId().value()
                        : event.getClass().getSimpleName())
        .toList();
  }

  private static <E extends Event> Stream<E> events(String aggregate, Class<E> type) {
    List<RecordedEvent> history = running.log().of(aggregate);
    return history.stream().map(RecordedEvent::event).filter(type::isInstance).map(type::cast);
  }
}
