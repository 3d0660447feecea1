package io.throughline.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.ReturnEvent.ReturnRequested;
import io.throughline.kernel.fulfilment.CountedLine;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.Settlement;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.query.History;
import io.throughline.query.RunningQuerySide;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.projection.Feed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HistoryQueriesTest {
  private static RunningQuerySide running;

  @BeforeAll
  static void start() throws Exception {
    running = RunningQuerySide.start();
    var promised = History.of("SO-3", "ACME");
    var feed =
        new Feed()
            .add(History.of("SO-1", "ACME").whole())
            .add(longTale())
            .add(promised.submittedFor(LocalDate.parse("2026-03-31")))
            .add(promised.shipmentRequested(10))
            .add(promised.delivered())
            .add(History.of("SO-4", "ACME").submitted())
            .add(comesBack())
            .add(miscounted());
    var history = new HistoryProjection();
    var details = new OrderDetailsProjection();
    feed.into(running.slices().of(history), history);
    feed.into(running.slices().of(details), details);
  }

  private static List<Event> longTale() {
    var tale = History.of("SO-2", "ACME");
    var events = new ArrayList<Event>(List.of(tale.submitted()));
    for (var i = 0; i < 300; i++) {
      events.add(i % 2 == 0 ? tale.allocated(4) : tale.allocated(10));
    }
    return events;
  }

  private static Event comesBack() {
    var order = new OrderId("SO-4");
    return new ReturnRequested(
        order,
        new CustomerId("ACME"),
        ReturnId.of(order, 1),
        List.of(new LineQuantity(new LineId("1"), 4)),
        Settlement.REFUND,
        "Too long for Mr Mill",
        List.of(),
        "user-7",
        History.AT);
  }

  private static Event miscounted() {
    var order = new OrderId("SO-4");
    return new ShipmentMiscounted(
        order,
        new CustomerId("ACME"),
        ShipmentId.of(order, 1),
        List.of(
            new CountedLine(new LineId("1"), new ProductId("CHAI"), 2, 2),
            new CountedLine(new LineId("2"), new ProductId("MUG"), 4, 3),
            new CountedLine(null, new ProductId("TEA"), 0, 1)),
        false,
        List.of(),
        History.AT);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void anOrderTellsHowItStoodAtAnotherTime() throws Exception {
    var order =
        ask("{order(id: \"SO-1\", asOf: {effective: \"2026-03-31T12:00:06Z\"}) {state money"
                + " {invoiced {amount}} shipments {state} milestones {name at}}}")
            .path("order");

    assertThat(order.path("state").asString()).isEqualTo("SHIPPED");
    assertThat(order.path("money").path("invoiced").path("amount").asString()).isEqualTo("0.00");
    assertThat(ask("{order(id: \"SO-1\", asOf: {effective: \"2026-03-31T11:00:00Z\"}) {state}}"))
        .hasToString("{\"order\":null}");
    assertThat(
            ask("{order(id: \"SO-1\", asOf: {recorded: \"2026-03-31T13:00:00+01:00\"}) {state}}"))
        .hasToString("{\"order\":{\"state\":\"COMPLETED\"}}");
  }

  /** As the schema has it for a return's reason. */
  @Test
  void theHistoryTellsAnAnalystOfAReturnAndNotWhy() throws Exception {
    var question =
        "{orderHistory(orderId: \"SO-4\") {edges {node {sentence values {name value}}}}}";

    assertThat(running.queryAs("analyst", question).toString())
        .contains("Return SO-4-R1 was asked for.")
        .doesNotContain("Mill");
    assertThat(running.queryAs("finance", question).toString()).contains("Too long for Mr Mill");
  }

  @Test
  void ofACountTheHistoryTellsWhatWasAskedForAndWhatLeft() throws Exception {
    var edges =
        ask("{orderHistory(orderId: \"SO-4\") {edges {node {sentence values {name value}}}}}")
            .path("orderHistory")
            .path("edges");

    var counted = edges.get(edges.size() - 1).path("node");
    assertThat(counted.path("sentence").asString())
        .contains("3 of MUG where 4 were asked for, 1 of TEA where 0");
    assertThat(counted.path("values"))
        .extracting(it -> it.path("name").asString() + " " + it.path("value").asString())
        .containsExactly("asked 4", "counted 3", "more 1", "productId MUG", "shipmentId SO-4-S1");
  }

  @Test
  void aTimeThatIsNoneIsRefusedWithWhatToWrite() throws Exception {
    var answer = running.query("{order(id: \"SO-1\", asOf: {effective: \"yesterday\"}) {state}}");

    assertThat(answer.path("errors").get(0).path("message").asString())
        .contains("2026-03-31T12:00:00Z");
  }

  @Test
  void aHistoryTellsWhatHappenedAndWhatItChanged() throws Exception {
    var history =
        ask("{orderHistory(orderId: \"SO-1\", first: 50) {totalCount pageInfo {hasNextPage} edges"
                + " {node {globalIndex wireName sentence values {name value} occurredAt recordedAt"
                + " changes {field before after}}}}}")
            .path("orderHistory");

    assertThat(history.path("totalCount").asInt()).isEqualTo(11);
    assertThat(history.path("pageInfo").path("hasNextPage").asBoolean()).isFalse();
    var shipped = history.path("edges").get(6).path("node");
    assertThat(shipped.path("sentence").asString())
        .isEqualTo("Shipment SO-1-S1 left the warehouse with Parcel Express.");
    assertThat(shipped.path("values").toString())
        .isEqualTo(
            "[{\"name\":\"carrier\",\"value\":\"Parcel Express\"},"
                + "{\"name\":\"shipmentId\",\"value\":\"SO-1-S1\"}]");
    assertThat(history.path("edges").get(0).path("node").path("values").toString())
        .matches(".*\\{\"name\":\"net\",\"value\":\"[0-9]+\\.[0-9]{2} [A-Z]{3}\"}.*");
    assertThat(shipped.path("changes").toString())
        .contains("{\"field\":\"state\",\"before\":\"ACCEPTED\",\"after\":\"SHIPPED\"}")
        .contains("{\"field\":\"lines[1].shipped\",\"before\":\"0\",\"after\":\"10\"}");
  }

  @Test
  void pagesOfALongHistoryShowEachEventOnceInOrder() throws Exception {
    var seen = new ArrayList<Long>();
    JsonNode page;
    var after = "";
    do {
      page =
          ask("{orderHistory(orderId: \"SO-2\", first: 50"
                  + after
                  + ") {totalCount pageInfo {hasNextPage endCursor} edges {node {globalIndex}}}}")
              .path("orderHistory");
      page.path("edges").forEach(it -> seen.add(it.path("node").path("globalIndex").asLong()));
      after = ", after: \"" + page.path("pageInfo").path("endCursor").asString() + "\"";
    } while (page.path("pageInfo").path("hasNextPage").asBoolean());

    assertThat(seen).hasSize(301).isSorted().doesNotHaveDuplicates();
    assertThat(page.path("totalCount").asInt()).isEqualTo(301);
  }

  @Test
  void anUnknownOrdersHistoryIsNullAndBadPagesAreRefused() throws Exception {
    assertThat(ask("{orderHistory(orderId: \"NONE\") {totalCount}}"))
        .hasToString("{\"orderHistory\":null}");
    var refused = running.query("{orderHistory(orderId: \"SO-1\", after: \"x\") {totalCount}}");
    assertThat(refused.path("errors").get(0).path("message").asString()).contains("endCursor");
  }

  @Test
  void everyFieldTellsWhoseItIsAndHowOld() throws Exception {
    var provenance =
        ask("{order(id: \"SO-1\") {provenance {field source policy asOf event eventId}}}")
            .path("order")
            .path("provenance");

    assertThat(provenance.toString())
        .contains(
            "{\"field\":\"money.paid\",\"source\":\"ERP\",\"policy\":\"RECORDED\","
                + "\"asOf\":\"2026-03-31T12:00:09Z\",\"event\":\"fulfilment.payment-recorded.v1\","
                + "\"eventId\":\"event-10\"}");
  }

  @Test
  void aFieldIsExplained() throws Exception {
    var balance =
        ask(
            "{explainField(type: \"Customer\", field: \"balance\") {source policy oldest"
                + " events}}");
    assertThat(balance)
        .hasToString(
            "{\"explainField\":{\"source\":\"ERP\",\"policy\":\"CACHED\",\"oldest\":60.0,"
                + "\"events\":[]}}");
    var number = ask("{explainField(type: \"Order\", field: \"erpOrderNumber\") {policy events}}");
    assertThat(number.path("explainField").path("events").toString())
        .isEqualTo("[\"fulfilment.sales-order-created.v1\"]");
    var unknown = running.query("{explainField(type: \"Order\", field: \"mood\") {meaning}}");
    assertThat(unknown.path("errors").get(0).path("message").asString()).contains("no field mood");
  }

  @Test
  void businessIsAddedUpByMonthRegionAndPartner() throws Exception {
    var metrics =
        ask("{businessMetrics(from: \"2026-03\", to: \"2026-03\", groupBy: [MONTH, REGION]) {month"
                + " region partnerId orders completed paid quoteToCashSeconds promised onTime"
                + " timeInState {state orders seconds}}}")
            .path("businessMetrics");

    assertThat(metrics)
        .hasToString(
            "[{\"month\":\"2026-03\",\"region\":\"DE\",\"partnerId\":null,\"orders\":4,"
                + "\"completed\":1,\"paid\":1,\"quoteToCashSeconds\":9.0,\"promised\":1,"
                + "\"onTime\":1,\"timeInState\":[{\"state\":\"SUBMITTED\",\"orders\":2,"
                + "\"seconds\":4.5},{\"state\":\"VALIDATED\",\"orders\":1,\"seconds\":5.0}]}]");
    assertThat(ask("{businessMetrics(to: \"2026-02\") {orders}}"))
        .hasToString("{\"businessMetrics\":[]}");
    var refused = running.query("{businessMetrics(from: \"March\") {orders}}");
    assertThat(refused.path("errors").get(0).path("message").asString()).contains("2026-03");
  }

  private static JsonNode ask(String query) throws Exception {
    var answer = running.query(query);
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    return answer.path("data");
  }
}
