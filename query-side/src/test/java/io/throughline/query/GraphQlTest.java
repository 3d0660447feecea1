package io.throughline.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.query.customerprofile.CustomerProfileProjection;
import io.throughline.query.exceptions.ExceptionsProjection;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.orderlist.OrderListProjection;
import io.throughline.query.projection.Feed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GraphQlTest {
  private static RunningQuerySide running;

  @BeforeAll
  static void start() throws Exception {
    running = RunningQuerySide.start();
    var feed = new Feed().add(History.of("X", "ACME").registered("Acme Works"));
    feed.add(History.of("SO-1", "ACME").whole());
    var stuck = History.of("SO-2", "ACME");
    feed.add(stuck.submitted())
        .add(stuck.parked(1, Cause.PRODUCT_DISCONTINUED))
        .add(stuck.overdue(1, Cause.PRODUCT_DISCONTINUED));
    var mended = History.of("SO-3", "ACME");
    feed.add(mended.submitted())
        .add(mended.parked(1, Cause.PRICE_NOT_APPROVED))
        .add(mended.mended(1, Remedy.APPROVE_PRICE));
    for (var i = 0; i < 25; i++) {
      feed.add(
          History.of("P-" + i, "PAGES")
              .submitted(i % 5 + ".00", LocalDate.parse("2026-01-01").plusDays(i % 7)));
    }
    feed.add(Subscribed.toCare("SO-5"));
    var slices = running.slices();
    var details = new OrderDetailsProjection();
    var list = new OrderListProjection();
    var customers = new CustomerProfileProjection();
    var exceptions = new ExceptionsProjection();
    feed.into(slices.of(details), details);
    feed.into(slices.of(list), list);
    feed.into(slices.of(customers), customers);
    feed.into(slices.of(exceptions), exceptions);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void ofManyBillsTheLatestAreToldAndHowManyThereAre() throws Exception {
    var care =
        running
            .query(
                "{order(id: \"SO-5\") {subscriptions {billCount bills(latest: 2) {period gross"
                    + " {amount} due {amount}}}}}")
            .at("/data/order/subscriptions/0");

    assertThat(care.path("billCount").asInt()).isEqualTo(3);
    assertThat(care.path("bills"))
        .extracting(it -> it.path("period").asInt())
        .containsExactly(2, 3);
    assertThat(care.at("/bills/1/gross/amount").asString()).isEqualTo("107.10");
    assertThat(
            running
                .query("{order(id: \"SO-5\") {subscriptions {bills(latest: 0) {period}}}}")
                .at("/errors/0/extensions/code")
                .asString())
        .isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void anOrderTellsWhereItIs() throws Exception {
    var order =
        running
            .query(
                """
                {order(id: "so-1") {orderId state customer {name} orderedOn submittedAt
                  money {ordered {amount currency} paid {amount}}
                  lines {quantity shipped discount unitPrice {amount}}
                  shipments {shipmentId state trackingNumber warehouse lines {lineId quantity}}
                  invoices {number paidAt} milestones {name at}}}
                """)
            .path("data")
            .path("order");

    assertThat(order.path("state").asString()).isEqualTo("COMPLETED");
    assertThat(order.path("customer").path("name").asString()).isEqualTo("Acme Works");
    assertThat(order.path("money").path("ordered").path("amount").asString()).isEqualTo("22.50");
    assertThat(order.path("shipments").get(0).path("trackingNumber").asString()).isEqualTo("1Z");
    assertThat(order.path("invoices").get(0).path("paidAt").asString())
        .isEqualTo("2026-03-31T12:00:09Z");
  }

  @Test
  void anUnknownOrderIsNullAndNoError() throws Exception {
    var answer = running.query("{order(id: \"NONE\") {orderId}}");

    assertThat(answer.path("data").path("order").isNull()).isTrue();
    assertThat(answer.has("errors")).isFalse();
  }

  @Test
  void pagesShowEachOrderOnceInOrder() throws Exception {
    for (var orderBy :
        List.of(
            "TOTAL_DESC",
            "TOTAL_ASC",
            "ORDERED_ON_ASC",
            "ORDERED_ON_DESC",
            "CHANGED_AT_ASC",
            "REQUESTED_ON_DESC",
            "SUBMITTED_AT_ASC")) {
      var seen = new ArrayList<String>();
      JsonNode page;
      String after = null;
      do {
        page = page(orderBy, after);
        page.path("edges").forEach(edge -> seen.add(edge.path("node").path("orderId").asString()));
        after = page.path("pageInfo").path("endCursor").asString();
      } while (page.path("pageInfo").path("hasNextPage").asBoolean());

      assertThat(seen).as(orderBy).hasSize(25).doesNotHaveDuplicates();
      assertThat(page.path("totalCount").asInt()).isEqualTo(25);
    }
  }

  private static JsonNode page(String orderBy, String after) throws Exception {
    var query =
        "query($after: String) {orders(filter: {customerId: \"PAGES\"}, orderBy: "
            + orderBy
            + ", first: 7, after: $after) {totalCount edges {node {orderId}} pageInfo {hasNextPage"
            + " endCursor}}}";
    var variables =
        after == null ? Map.<String, Object>of() : Map.<String, Object>of("after", after);
    return running.query(query, variables).path("data").path("orders");
  }

  @Test
  void filtersNarrowTheList() throws Exception {
    assertThat(count("{states: [COMPLETED]}")).isEqualTo(1);
    assertThat(count("{parked: true}")).isEqualTo(1);
    assertThat(count("{cause: PRODUCT_DISCONTINUED, queue: SALES}")).isEqualTo(1);
    assertThat(count("{cause: ERP_REFUSED}")).isZero();
    assertThat(count("{partnerId: \"NOBODY\"}")).isZero();
    assertThat(count("{customerId: \"PAGES\", totalFrom: \"36.00\"}")).isEqualTo(5);
    assertThat(
            count(
                "{customerId: \"PAGES\", orderedFrom: \"2026-01-02\", orderedTo: \"2026-01-02\"}"))
        .isEqualTo(4);
    assertThat(count("{owner: \"nobody\"}")).isZero();
  }

  private static int count(String filter) throws Exception {
    return running
        .query("{orders(filter: " + filter + ") {totalCount}}")
        .path("data")
        .path("orders")
        .path("totalCount")
        .asInt();
  }

  @Test
  void openExceptionsSayWhatMendsThem() throws Exception {
    var exceptions =
        running
            .query(
                "{exceptions {totalCount edges {node {exceptionId cause queue held {amount}"
                    + " findings {message values {name value}} remedies {name parameters"
                    + " roles}}}}}")
            .path("data")
            .path("exceptions");

    assertThat(exceptions.path("totalCount").asInt()).isEqualTo(1);
    var exception = exceptions.path("edges").get(0).path("node");
    assertThat(exception.path("exceptionId").asString()).isEqualTo("SO-2-E1");
    assertThat(exception.path("findings").get(0).path("values").get(0).path("value").asString())
        .isEqualTo("BOLT");
    assertThat(exception.path("remedies").get(0).path("parameters").toString())
        .isEqualTo("[\"lineId\",\"productId\"]");
  }

  @Test
  void eachQueueSaysWhatWaitsForItAndWhatThatHoldsUp() throws Exception {
    var loads =
        running
            .query("{queueLoads {queue open overdue held {amount currency} oldest}}")
            .path("data")
            .path("queueLoads");

    var sales = loads.get(0);
    assertThat(sales.path("queue").asString()).isEqualTo("SALES");
    assertThat(sales.path("open").asInt()).isEqualTo(1);
    assertThat(sales.path("overdue").asInt()).isEqualTo(1);
    assertThat(sales.path("held").get(0).path("amount").asString()).isEqualTo("22.50");
    var late =
        running.query("{exceptions(filter: {overdue: true}) {edges {node {due overdueAt}}}}");
    assertThat(late.path("data").path("exceptions").path("edges").size()).isEqualTo(1);
  }

  @Test
  void whatIsForOperatorsIsRefusedToOthersAndABudgetThatNobodyTellsIsSaidToBeUnknown()
      throws Exception {
    assertThat(running.query("{deadLetters {key}}").toString()).contains("FORBIDDEN");
    assertThat(running.queryAs("operations", "{deadLetters {key}}").toString())
        .contains("\"deadLetters\":[]");
    assertThat(running.query("{budgets {account}}").toString()).contains("FORBIDDEN");
    assertThat(running.queryAs("operations", "{budgets {account}}").toString())
        .contains("ask later");
  }

  @Test
  void resolvedExceptionsSayWhoMendedThem() throws Exception {
    var exception =
        running
            .query(
                "{exceptions(filter: {status: RESOLVED}) {edges {node {orderId resolvedBy remedy"
                    + " {name}}}}}")
            .path("data")
            .path("exceptions")
            .path("edges")
            .get(0)
            .path("node");

    assertThat(exception.path("resolvedBy").asString()).isEqualTo("user-7");
    assertThat(exception.path("remedy").path("name").asString()).isEqualTo("approve-price");
  }

  @Test
  void whyStuckAnswersForParkedAndForFinishedOrders() throws Exception {
    var stuck =
        running
            .query(
                "{whyStuck(orderId: \"SO-2\") {answer whoseMove since exceptions {remedies"
                    + " {name}}}}")
            .path("data")
            .path("whyStuck");
    assertThat(stuck.path("answer").asString()).isEqualTo("Bolt (BOLT) is discontinued.");
    assertThat(stuck.path("whoseMove").asString()).isEqualTo("SALES");

    var done =
        running
            .query("{whyStuck(orderId: \"SO-1\") {answer whoseMove}}")
            .path("data")
            .path("whyStuck");
    assertThat(done.path("whoseMove").asString()).isEqualTo("NOBODY");
  }

  @Test
  void aCustomerAtAGlance() throws Exception {
    var customer =
        running
            .query(
                "{customer(id: \"ACME\") {name openOrderCount completedOrderCount openOrders"
                    + " {orderId exceptions} invoiced {amount} lastShipments {shipmentId}}}")
            .path("data")
            .path("customer");

    assertThat(customer.path("openOrderCount").asInt()).isEqualTo(2);
    assertThat(customer.path("completedOrderCount").asInt()).isEqualTo(1);
    assertThat(customer.path("invoiced").get(0).path("amount").asString()).isEqualTo("26.78");
  }

  @Test
  void lagNamesEverySlice() throws Exception {
    var lag = running.query("{lag {slice events catchingUp deadLetters}}").path("data").path("lag");

    assertThat(lag.findValuesAsString("slice"))
        .containsExactlyInAnyOrder(
            "orderdetails", "orderlist", "customerprofile", "exceptions", "history");
  }

  @Test
  void answersSayWhichViewsAreCatchingUp() throws Exception {
    var told = running.query("{lag {slice}}").path("extensions").path("catchingUp");

    assertThat(told.findValuesAsString("slice")).contains("orderdetails"); // there is no Kafka here
    assertThat(told.get(0).path("percent").asInt()).isZero();
  }

  @Test
  void operatorsBeginAndStopAReplayAndNobodyElseDoes() throws Exception {
    assertThat(running.postAs("sales", "/api/v1/replays/orderlist").statusCode()).isEqualTo(403);
    assertThat(running.postAs("operations", "/api/v1/replays/nothing").body())
        .contains("There is no slice nothing: name one of");
    assertThat(running.postAs("operations", "/api/v1/replays/orderlist/rollback").body())
        .contains("nothing to go back to");

    var begun = running.postAs("operations", "/api/v1/replays/orderlist");

    assertThat(begun.statusCode()).isEqualTo(202);
    assertThat(begun.body()).contains("\"state\":\"BUILDING\"");
    var seen = running.queryAs("operations", "{replays {slice state requestedBy percent}}");
    assertThat(seen.path("data").path("replays").get(0).path("requestedBy").asString())
        .isEqualTo("u1");
    assertThat(running.query("{replays {slice}}").toString()).contains("FORBIDDEN");
    assertThat(count("{states: [COMPLETED]}")).isEqualTo(1);
  }

  @Test
  void whatViewsParkIsRetriedUnderTheAddressesOfDeadLetters() throws Exception {
    assertThat(
            running
                .postAs("operations", "/api/v1/dead-letters/slice-orderdetails/retry")
                .statusCode())
        .isEqualTo(202);
    assertThat(running.postAs("operations", "/api/v1/dead-letters/tasks/retry").body())
        .contains("No view is called tasks");
    assertThat(
            running.postAs("sales", "/api/v1/dead-letters/slice-orderdetails/retry").statusCode())
        .isEqualTo(403);
  }

  @Test
  void withoutATokenNobodyAnswers() throws Exception {
    var response = running.post("{\"query\":\"{lag {slice}}\"}");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("throughline token");
  }

  @Test
  void anExpiredTokenIsRefusedWithTheReason() throws Exception {
    var response =
        running.post(
            "{\"query\":\"{lag {slice}}\"}",
            "Authorization",
            "Bearer " + RunningQuerySide.token(Instant.now().minusSeconds(600)));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).contains("expired");
  }

  @Test
  void badInputIsATypedErrorThatSaysWhatToDo() throws Exception {
    assertRefused("{orders(after: \"nonsense\") {totalCount}}", "endCursor");
    assertRefused("{orders(first: 1000) {totalCount}}", "1 to 200");
    var dearest = page("TOTAL_DESC", null).path("pageInfo").path("endCursor").asString();
    assertRefused(
        "{orders(orderBy: TOTAL_ASC, after: \"" + dearest + "\") {totalCount}}",
        "another ordering");
    assertRefused("{order(id: \"no id!\") {orderId}}", "must be 1 to 40");
    assertRefused("{orders(filter: {totalFrom: \"much\"}) {totalCount}}", "decimal");
  }

  private static void assertRefused(String query, String hint) throws Exception {
    var error = running.query(query).path("errors").get(0);
    assertThat(error.path("extensions").path("code").asString()).isEqualTo("BAD_USER_INPUT");
    assertThat(error.path("message").asString()).contains(hint).doesNotContain("Exception");
  }
}
