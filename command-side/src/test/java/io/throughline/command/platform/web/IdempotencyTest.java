package io.throughline.command.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.command.RunningCommandSide;
import io.throughline.command.eventstore.KeptAnswers;
import io.throughline.command.platform.web.Edge.Reply;
import io.throughline.testing.FaultyEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.JdbcTemplate;

@ResourceLock(Edge.SHARED)
class IdempotencyTest {
  private static Edge edge;
  private static FaultyEndpoint command;
  private static JdbcTemplate jdbc;

  private final String key = "\"" + UUID.randomUUID() + "\"";

  @BeforeAll
  static void start() {
    edge = Edge.shared();
    command = edge.bean(FaultyEndpoint.class);
    jdbc = edge.bean(JdbcTemplate.class);
  }

  @AfterEach
  void mend() {
    command.mend();
    command.waitFor(new CountDownLatch(0));
  }

  private Reply send(String body) throws Exception {
    return edge.post("/api/v1/faulty/one", body, "Idempotency-Key", key);
  }

  @Test
  void aRepeatedRequestGetsTheFirstOnesAnswer() throws Exception {
    var first = send("{\"a\": 1, \"b\": 2}");
    var executions = command.executions();

    var second = send("{\"b\":2,\"a\":1}");

    assertThat(first.status()).isEqualTo(202);
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(second.status()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Location")).isEqualTo("/api/v1/faulty/one");
    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(command.executions()).isEqualTo(executions);
  }

  @Test
  void theSameKeyForAnotherRequestIsRefused() throws Exception {
    send("{\"a\": 1}");

    var otherBody = send("{\"a\": 2}");
    var otherAddress = edge.post("/api/v1/faulty/two", "{\"a\": 1}", "Idempotency-Key", key);

    assertThat(otherBody.status()).isEqualTo(422);
    assertThat(otherBody.kind()).isEqualTo("idempotency-key-reused");
    assertThat(otherBody.detail())
        .isEqualTo("This Idempotency-Key was used for another request: take a new one.");
    assertThat(otherAddress.status()).isEqualTo(422);
  }

  @Test
  void aKeyIsItsSendersOwn() throws Exception {
    send("{\"a\": 1}");

    var somebodyElse =
        edge.post(
            "/api/v1/faulty/one",
            "{\"a\": 2}",
            "Idempotency-Key",
            key,
            "Authorization",
            "Bearer " + RunningCommandSide.token("integration"));

    assertThat(somebodyElse.status()).isEqualTo(202);
  }

  @Test
  void ofManyAtOnceExactlyOneIsCarriedOut() throws Exception {
    var gate = new CountDownLatch(1);
    command.waitFor(gate);
    var before = command.executions();
    var replies = new ArrayList<Future<Reply>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 20; i++) {
        replies.add(threads.submit(() -> send("{}")));
      }
      await().until(() -> replies.stream().filter(Future::isDone).count() == 19);
      gate.countDown();
    }

    assertThat(command.executions()).isEqualTo(before + 1);
    assertThat(replies.stream().map(Future::resultNow).filter(reply -> reply.status() == 202))
        .hasSize(1);
    assertThat(replies.stream().map(Future::resultNow).filter(reply -> reply.status() != 202))
        .hasSize(19)
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(409);
              assertThat(reply.kind()).isEqualTo("in-flight");
              assertThat(reply.header("Retry-After")).isEqualTo("1");
            });
  }

  @Test
  void aRefusalForGoodIsKept() throws Exception {
    command.failWith(new FaultyEndpoint.Refusal());
    var refused = send("{}");
    command.mend();

    var again = send("{}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).isEqualTo(refused.body());
    assertThat(again.kind()).isEqualTo("not-today");
    assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void whatMayPassIsNotKept() throws Exception {
    command.failWith(new IllegalStateException("A disk is on fire"));
    assertThat(send("{}").status()).isEqualTo(500);
    command.mend();

    assertThat(send("{}").status()).isEqualTo(202);
  }

  @Test
  void whoMendsABadRequestMayUseTheKeyAgain() throws Exception {
    var bad = edge.post("/api/v1/customers", "{\"customerId\": ", "Idempotency-Key", key);
    var mended = send("{}");

    assertThat(bad.status()).isEqualTo(400);
    assertThat(mended.status()).isEqualTo(202);
  }

  @Test
  void theWrongRoleDoesNotUseTheKeyUp() throws Exception {
    var sent =
        new String[] {
          "Idempotency-Key", key, "Authorization", "Bearer " + RunningCommandSide.token("finance")
        };
    assertThat(edge.post("/api/v1/orders", "{}", sent).status()).isIn(400, 403);

    assertThat(edge.post("/api/v1/faulty/one", "{}", sent).status()).isEqualTo(202);
  }

  @Test
  void afterADayTheKeyIsFreeAgain() throws Exception {
    send("{\"a\": 1}");
    jdbc.update("update idempotency_keys set answered_at = answered_at - interval '25 hours'");

    var other = send("{\"a\": 2}");

    assertThat(other.status()).isEqualTo(202);
    assertThat(other.header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void oldKeysAreRemoved() throws Exception {
    send("{}");
    jdbc.update("update idempotency_keys set answered_at = answered_at - interval '25 hours'");

    edge.bean(KeptAnswers.class).purge();

    assertThat(jdbc.queryForObject("select count(*) from idempotency_keys", Long.class)).isZero();
  }

  @Test
  void aKeyIsNeeded() throws Exception {
    var reply = edge.post("/api/v1/faulty/one", "{}", "Idempotency-Key", "");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.kind()).isEqualTo("idempotency-key-missing");
    assertThat(reply.detail()).startsWith("Send the header Idempotency-Key");
    assertThat(reply.json().path("instance").asString()).isEqualTo("/api/v1/faulty/one");
  }

  @Test
  void anotherSpellingOfTheAddressIsNoWayRoundTheKey() throws Exception {
    assertThat(edge.post("/api/%76%31/faulty/one", "{}", "Idempotency-Key", "").kind())
        .isEqualTo("idempotency-key-missing");

    send("{}");
    var otherSpelling = edge.post("/api/%76%31/faulty/one", "{}", "Idempotency-Key", key);

    assertThat(otherSpelling.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void aKeyIsOneQuotedString() throws Exception {
    var tooLong = "\"" + "x".repeat(201) + "\"";
    for (var wrong :
        List.of("\"open", "\"a\", \"b\"", "two words", "\"\"", tooLong, "\"back\\slash\"")) {
      var reply = edge.post("/api/v1/faulty/one", "{}", "Idempotency-Key", wrong);

      assertThat(reply.status()).as(wrong).isEqualTo(400);
      assertThat(reply.kind()).isEqualTo("idempotency-key-invalid");
    }
  }

  @Test
  void quotesMayBeLeftOut() throws Exception {
    send("{}");

    var bare = edge.post("/api/v1/faulty/one", "{}", "Idempotency-Key", key.replace("\"", ""));

    assertThat(bare.header("Idempotency-Replayed")).isEqualTo("true");
  }
}
