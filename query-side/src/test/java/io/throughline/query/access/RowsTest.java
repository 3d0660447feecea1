package io.throughline.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.fulfilment.Cause;
import io.throughline.query.History;
import io.throughline.query.RunningQuerySide;
import io.throughline.query.customerprofile.CustomerProfileProjection;
import io.throughline.query.exceptions.ExceptionsProjection;
import io.throughline.query.history.HistoryProjection;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.orderlist.OrderListProjection;
import io.throughline.query.projection.Feed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Over HTTP: who sees whose rows. Ann looks after ANNS, Bob after BOBS; MILL-1 sold ANNS-2. */
class RowsTest {
  private static final Map<String, ?> REP = Map.of("roles", List.of("sales"));
  private static final Map<String, ?> LEAD = Map.of("roles", List.of("sales"), "accounts", "all");
  private static final Map<String, ?> PARTNER =
      Map.of("roles", List.of("partner"), "partner", "MILL-1");

  private static RunningQuerySide running;

  @BeforeAll
  static void feed() throws Exception {
    running = RunningQuerySide.shared();
    var feed = new Feed();
    feed.add(History.of("X", "ANNS").registered("Anns Works", "ann"));
    feed.add(History.of("X", "BOBS").registered("Bobs Works", "bob"));
    for (var customer : List.of("ANNS", "BOBS")) {
      var first = History.of(customer + "-1", customer);
      feed.add(first.submitted()).add(first.parked(1, Cause.PRODUCT_DISCONTINUED));
    }
    var second = History.of("ANNS-2", "ANNS");
    feed.add(second.sold("ann", "MILL-1")).add(second.parked(1, Cause.PRICE_NOT_APPROVED));
    var early = History.of("EARLY-1", "EARLY");
    feed.add(early.sold("ann", "MILL-2"));
    var slices = running.slices();
    var details = new OrderDetailsProjection();
    var list = new OrderListProjection();
    var customers = new CustomerProfileProjection();
    var exceptions = new ExceptionsProjection();
    feed.into(slices.of(details), details);
    feed.into(slices.of(list), list);
    feed.into(slices.of(customers), customers);
    feed.into(slices.of(exceptions), exceptions);
    var history = new HistoryProjection();
    feed.into(slices.of(history), history);
  }

  private static JsonNode ask(String user, Map<String, ?> claims, String query) throws Exception {
    var token = RunningQuerySide.token(Instant.now().plusSeconds(60), user, claims);
    return running.ask(token, Map.of("query", query));
  }

  private static List<String> orders(String user, Map<String, ?> claims) throws Exception {
    return ask(user, claims, "{orders(first: 100) {edges {node {orderId}}}}")
        .findValuesAsString("orderId");
  }

  @Test
  void aRepSeesTheOrdersOfTheOwnAccountsAndOfThoseNotRegisteredYet() throws Exception {
    assertThat(orders("ann", REP)).containsExactlyInAnyOrder("ANNS-1", "ANNS-2", "EARLY-1");
    assertThat(orders("bob", REP)).containsExactly("BOBS-1");
    assertThat(orders("nobody", REP)).isEmpty();
  }

  @Test
  void aRepWhoseTokenPermitsItSeesAllAccounts() throws Exception {
    assertThat(orders("lee", LEAD)).contains("ANNS-1", "BOBS-1", "EARLY-1");
  }

  @Test
  void aPartnerSeesWhatWasSoldThroughThatPartner() throws Exception {
    assertThat(orders("mill", PARTNER)).containsExactly("ANNS-2");
    assertThat(orders("mill", Map.of("roles", List.of("partner")))).isEmpty();
  }

  @Test
  void countsCountOnlyWhatIsSeen() throws Exception {
    var query = "{orders {totalCount} exceptions {totalCount}}";
    var anns = ask("ann", REP, query).path("data");
    assertThat(anns.path("orders").path("totalCount").asInt()).isEqualTo(3);
    assertThat(anns.path("exceptions").path("totalCount").asInt()).isEqualTo(2);
    var mills = ask("mill", PARTNER, query).path("data");
    assertThat(mills.path("orders").path("totalCount").asInt()).isEqualTo(1);
    assertThat(mills.path("exceptions").path("totalCount").asInt()).isEqualTo(1);
  }

  @Test
  void queuesShowARepOnlyTheOwnLoad() throws Exception {
    var loads = ask("bob", REP, "{queueLoads {open}}").path("data").path("queueLoads");
    var open = 0;
    for (var load : loads) {
      open += load.path("open").asInt();
    }
    assertThat(open).isEqualTo(1);
  }

  /** Whatever is asked, what is not to be seen and what is not there are answered alike. */
  @Test
  void nobodyLearnsWhatExistsByAnotherAnswer() throws Exception {
    for (var question :
        List.of(
            "{order(id: \"%s-1\") {orderId}}",
            "{whyStuck(orderId: \"%s-1\") {answer}}",
            "{orderHistory(orderId: \"%s-1\") {totalCount edges {cursor node {sentence}}}}",
            "{order(id: \"%s-1\", asOf: {recorded: \"2100-01-01T00:00:00Z\"}) {orderId}}",
            "{order(id: \"%s-1\", asOf: {effective: \"2100-01-01T00:00:00Z\"}) {orderId}}",
            "{customer(id: \"%s\") {name}}",
            "{orders(filter: {customerId: \"%s\"}) {totalCount edges {cursor}}}",
            "{exceptions(filter: {orderId: \"%s-1\"}) {totalCount edges {cursor}}}")) {
      assertThat(ask("bob", REP, question.formatted("ANNS")))
          .as(question)
          .isEqualTo(ask("bob", REP, question.formatted("NONE")));
      assertThat(ask("ann", REP, question.formatted("ANNS")))
          .as(question)
          .isNotEqualTo(ask("ann", REP, question.formatted("NONE")));
    }
  }

  @Test
  void aPartnerReadsThePastOfWhatWasSoldThroughThatPartnerAlone() throws Exception {
    var question =
        "{now: orderHistory(orderId: \"%1$s\") {totalCount}"
            + " then: order(id: \"%1$s\", asOf: {recorded: \"2100-01-01T00:00:00Z\"}) {orderId}}";
    var own = ask("mill", PARTNER, question.formatted("ANNS-2")).path("data");
    assertThat(own.path("now").path("totalCount").asInt()).isEqualTo(2);
    assertThat(own.path("then").path("orderId").asString()).isEqualTo("ANNS-2");
    for (var other : List.of("ANNS-1", "EARLY-1", "BOBS-1")) {
      assertThat(ask("mill", PARTNER, question.formatted(other)).path("data"))
          .hasToString("{\"now\":null,\"then\":null}");
    }
  }

  @Test
  void businessIsAddedUpOfTheRowsThatAreSeen() throws Exception {
    assertThat(counted("ann", REP)).isEqualTo(3);
    assertThat(counted("bob", REP)).isEqualTo(1);
    assertThat(counted("nobody", REP)).isZero();
    assertThat(counted("lee", LEAD)).isGreaterThanOrEqualTo(4);
    var partners = ask("mill", PARTNER, "{businessMetrics(groupBy: [PARTNER]) {orders}}");
    assertThat(partners.path("data").path("businessMetrics").isNull()).isTrue();
    assertThat(partners.path("errors").get(0).path("extensions").path("code").asString())
        .isEqualTo("FORBIDDEN");
  }

  private static int counted(String user, Map<String, ?> claims) throws Exception {
    var orders = 0;
    for (var group :
        ask(user, claims, "{businessMetrics(groupBy: [MONTH, REGION, PARTNER]) {orders}}")
            .path("data")
            .path("businessMetrics")) {
      orders += group.path("orders").asInt();
    }
    return orders;
  }

  @Test
  void aPartnerMayNotReadTheCustomersCreditOrParticulars() throws Exception {
    var answer = ask("mill", PARTNER, "{order(id: \"ANNS-2\") {orderId customer {name}}}");
    assertThat(answer.path("data").path("order").path("orderId").asString()).isEqualTo("ANNS-2");
    assertThat(answer.path("data").path("order").path("customer").isNull()).isTrue();
    assertThat(answer.path("errors").get(0).path("extensions").path("code").asString())
        .isEqualTo("FORBIDDEN");
  }
}
