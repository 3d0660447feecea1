package io.throughline.command.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.command.RunningCommandSide;
import io.throughline.command.TestDatabase;
import io.throughline.command.eventstore.EventLog;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.Snapshotter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes durable with a command, seen through the real API. */
@ResourceLock(Edge.SHARED)
class DurableAnswersTest {
  private static final String CUSTOMER =
      """
      {"customerId": "%s", "name": "%s", "currency": "EUR", "owner": "O-1",
       "billTo": {"name": "Accounts", "street": "1 Mill Lane", "city": "Riverton", "country": "NL"}}
      """;
  private static final String ORDER =
      """
      {"orderId": "%s", "customerId": "%s", "owner": "O-1", "orderedOn": "2026-03-31", "currency": "EUR",
       "priceBasis": "LIST", "taxRegion": "DE",
       "shipTo": {"name": "Goods inward", "street": "1 Mill Lane", "city": "Riverton", "country": "NL"},
       "lines": [{"lineId": "1", "productId": "BOLT", "quantity": 1, "unitPrice": "2.50", "discount": "0"}]}
      """;
  private static final String REASON = "{\"reason\": \"Asked for.\"}";

  private static Edge edge;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void start() {
    edge = Edge.shared();
    jdbc = edge.bean(JdbcTemplate.class);
  }

  private static String newName(String prefix) {
    return prefix + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  private Edge.Reply send(String method, String path, String body, String role, String key)
      throws Exception {
    return edge.send(
        HttpRequest.newBuilder(edge.url(path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + RunningCommandSide.token(role))
            .header("Idempotency-Key", key));
  }

  /** PostgreSQL notes in each row which transaction wrote it. */
  private void requireOneTransaction(String method, String path, String body, String role)
      throws Exception {
    var key = UUID.randomUUID().toString();
    var reply = send(method, path, body, role, key);

    assertThat(reply.status()).as("%s %s: %s", method, path, reply.body()).isEqualTo(202);
    assertThat(
            jdbc.queryForObject(
                "select exists (select from events e join idempotency_keys k on k.xmin = e.xmin"
                    + " where k.idempotency_key = ?)",
                Boolean.class,
                key))
        .as("the answer to %s %s is stored with its events", method, path)
        .isTrue();
    assertThat(send(method, path, body, role, key).body()).isEqualTo(reply.body());
  }

  @Test
  void everyCommandsAnswerIsStoredInTheTransactionOfItsEvents() throws Exception {
    var customer = newName("C-");
    var order = newName("O-");
    var aCustomer = "/api/v1/customers/" + customer;

    requireOneTransaction(
        "POST", "/api/v1/customers", CUSTOMER.formatted(customer, "One"), "sales");
    requireOneTransaction("PATCH", aCustomer, CUSTOMER.formatted(customer, "Two"), "sales");
    requireOneTransaction("POST", "/api/v1/orders", ORDER.formatted(order, customer), "sales");
    requireOneTransaction("POST", "/api/v1/orders/" + order + "/cancellation", REASON, "sales");
    requireOneTransaction("POST", aCustomer + "/legal-hold", REASON, "finance");
    requireOneTransaction("POST", aCustomer + "/legal-hold/release", REASON, "finance");
    requireOneTransaction("POST", aCustomer + "/erasure", REASON, "sales");
    var approval =
        jdbc.queryForObject(
            "select aggregate_id from events where wire_name = 'approval.requested.v1' order by"
                + " global_index desc limit 1",
            String.class);
    requireOneTransaction(
        "POST",
        "/api/v1/approvals/" + approval,
        "{\"decision\": \"REFUSE\", \"reason\": \"It is in use.\"}",
        "finance");
  }

  @Test
  void whereTwoNodesRaceWithOneKeyTheLoserGivesTheWinnersAnswer() throws Exception {
    var url = edge.setting("spring.datasource.url");
    try (var other =
            Edge.startWith(
                "--spring.profiles.active=local",
                "--spring.datasource.url=" + url,
                "--throughline.privacy.vault=" + edge.setting("throughline.privacy.vault"));
        var superuser = TestDatabase.superuser(url).getConnection();
        var statement = superuser.createStatement();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var order = newName("O-");
      var key = "\"" + UUID.randomUUID() + "\"";
      var body = ORDER.formatted(order, newName("C-"));
      superuser.setAutoCommit(false);
      statement.execute("select * from event_head for update"); // nobody can append now

      var replies = new ArrayList<Future<Edge.Reply>>();
      for (var node : List.of(edge, other)) {
        Callable<Edge.Reply> post = () -> node.post("/api/v1/orders", body, "Idempotency-Key", key);
        replies.add(threads.submit(post));
      }
      await().until(() -> waitingForTheHead() == 2);
      superuser.rollback();

      var first = replies.getFirst().get();
      var second = replies.getLast().get();
      assertThat(first.status()).isEqualTo(202);
      assertThat(second.status()).isEqualTo(202);
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(List.of(first, second))
          .filteredOn(reply -> reply.header("Idempotency-Replayed").equals("true"))
          .hasSize(1);
      assertThat(edge.bean(EventLog.class).of("order/" + order)).hasSize(1);
    }
  }

  private static long waitingForTheHead() {
    return jdbc.queryForList(
            "select 1 from pg_stat_activity where datname = current_database() and wait_event_type"
                + " = 'Lock' and query like '%event_head%'")
        .size();
  }

  @Test
  void anAggregateIsReadFromItsSnapshotAndWhatCameAfter() throws Exception {
    var customer = newName("C-");
    var path = "/api/v1/customers/" + customer;
    send("POST", "/api/v1/customers", CUSTOMER.formatted(customer, "0"), "sales", newName("k"));
    for (var i = 1; i <= 60; i++) {
      send("PATCH", path, CUSTOMER.formatted(customer, i), "sales", newName("k"));
    }
    await()
        .until(
            () ->
                jdbc.queryForList("select 1 from snapshots where aggregate_id = ?", customer).size()
                    == 1);
    edge.bean(Cache.class).removeAll();

    send("PATCH", path, CUSTOMER.formatted(customer, "60"), "sales", newName("k"));
    assertThat(edge.bean(EventLog.class).of("customer/" + customer)).hasSize(61);
    send("PATCH", path, CUSTOMER.formatted(customer, "61"), "sales", newName("k"));
    assertThat(edge.bean(EventLog.class).of("customer/" + customer)).hasSize(62);
  }

  @Test
  void noSnapshotIsForgottenHoweverManyAreWantedAtOnce() throws Exception {
    var customers = Stream.generate(() -> newName("C-")).limit(100).toList();
    for (var customer : customers) {
      send("POST", "/api/v1/customers", CUSTOMER.formatted(customer, "0"), "sales", newName("k"));
      send(
          "PATCH",
          "/api/v1/customers/" + customer,
          CUSTOMER.formatted(customer, "1"),
          "sales",
          newName("k"));
    }
    var type = edge.type("customer");
    var busy = new CountDownLatch(1);
    edge.bean(ExecutorService.class).execute(() -> await().until(() -> busy.getCount() == 0));
    for (var customer : customers) {
      edge.bean(Snapshotter.class).scheduleSnapshot(type, "customer/" + customer);
    }
    busy.countDown();

    await().until(() -> snapshotsOf(customers) == customers.size());
  }

  private static long snapshotsOf(List<String> customers) {
    return customers.stream()
        .filter(
            it ->
                !jdbc.queryForList("select 1 from snapshots where aggregate_id = ?", it).isEmpty())
        .count();
  }

  @Test
  void deadLettersAreForThoseWhoOperate() throws Exception {
    var operations = "Bearer " + RunningCommandSide.token("operations");

    assertThat(edge.get("/api/v1/dead-letters", "Authorization", operations).body())
        .isEqualTo("[]");
    var unknown = edge.post("/api/v1/dead-letters/nobody/retry", "", "Authorization", operations);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.detail()).startsWith("There is no processor nobody");
    assertThat(edge.post("/api/v1/dead-letters/fulfilment/retry", "").status()).isEqualTo(403);
  }
}
