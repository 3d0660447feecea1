package io.throughline.command.platform.web;

import static io.throughline.command.RunningCommandSide.line;
import static io.throughline.command.RunningCommandSide.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.throughline.command.RunningCommandSide;
import io.throughline.command.eventstore.Overload;
import io.throughline.command.platform.web.Edge.Reply;
import io.throughline.kernel.OrderId;
import io.throughline.testing.FaultyEndpoint;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.dao.QueryTimeoutException;

@ResourceLock(Edge.SHARED)
class ProblemsTest {
  private static final String ORDER = order("SO-1", "ACME", line("1", "BOLT", 10, "2.50"));

  private static Edge edge;

  @BeforeAll
  static void start() {
    edge = Edge.shared();
  }

  @AfterEach
  void mend() {
    edge.bean(FaultyEndpoint.class).mend();
  }

  private static Reply submit(String order) throws Exception {
    return edge.post("/api/v1/orders", order);
  }

  private static Reply failing(Exception failure) throws Exception {
    edge.bean(FaultyEndpoint.class).failWith(failure);
    return edge.post("/api/v1/faulty/one", "{}");
  }

  private static void assertProblem(Reply reply, int status, String kind) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.kind()).isEqualTo(kind);
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    assertThat(reply.json().path("title").asString()).isNotBlank();
    assertThat(reply.json().path("instance").asString()).isNotBlank();
    assertThat(reply.body()).doesNotContain("io.throughline", "Exception", "java.", "\tat ");
  }

  /** One fault, and the detail says the same. */
  private static void assertFault(Reply reply, String pointer, String detail) {
    assertProblem(reply, 400, "invalid");
    var errors = reply.json().path("errors");
    assertThat(errors.size()).as(reply.body()).isEqualTo(1);
    assertThat(errors.path(0).path("pointer").asString()).isEqualTo(pointer);
    assertThat(errors.path(0).path("detail").asString()).isEqualTo(detail);
    assertThat(reply.detail()).contains(detail);
  }

  @Test
  void malformedJsonIsToldWhere() throws Exception {
    var reply = submit("{\"orderId\": \"SO-1\",\n \"customerId\" \"ACME\"}");

    assertProblem(reply, 400, "malformed");
    assertThat(reply.detail()).startsWith("The body is not valid JSON at line 2, column ");
  }

  @Test
  void aBodyThatEndsTooEarlyIsMalformed() throws Exception {
    assertProblem(submit("{\"orderId\": \"SO-1\""), 400, "malformed");
  }

  @Test
  void aBodyIsNeeded() throws Exception {
    var reply = submit("");

    assertProblem(reply, 400, "malformed");
    assertThat(reply.detail()).isEqualTo("A JSON body is needed.");
  }

  @Test
  void anUnknownFieldIsToldTheKnownOnes() throws Exception {
    var reply = submit(ORDER.replace("\"orderId\"", "\"orderNumber\": \"7\", \"orderId\""));

    assertProblem(reply, 400, "invalid");
    assertThat(reply.json().path("errors").path(0).path("pointer").asString())
        .isEqualTo("/orderNumber");
    assertThat(reply.detail())
        .startsWith("/orderNumber is not known here; known are company, currency, customerId, ");
  }

  @Test
  void aFieldGivenTwiceIsRefused() throws Exception {
    assertThat(submit(ORDER.replace("\"owner\"", "\"orderId\": \"SO-2\", \"owner\"")).status())
        .isEqualTo(400);
  }

  @Test
  void aTimeThatIsNoneIsToldHowOneLooks() throws Exception {
    assertFault(
        edge.post(
            "/api/v1/operations/maintenance",
            "{\"account\": \"netsuite\", \"until\": \"tomorrow\", \"reason\": \"Patches.\"}",
            "Authorization",
            "Bearer " + RunningCommandSide.token("operations")),
        "/until",
        "must be a time in UTC such as 2026-03-31T12:00:00Z, not \"tomorrow\"");
  }

  @Test
  void aFieldOfTheWrongTypeIsToldTheRightOne() throws Exception {
    assertFault(
        submit(ORDER.replace("\"quantity\": 10", "\"quantity\": \"ten\"")),
        "/lines/0/quantity",
        "must be a whole number, not \"ten\"");
    assertFault(
        submit(ORDER.replace("\"2026-03-31\"", "\"31 March\"")),
        "/orderedOn",
        "must be a date such as 2026-03-31, not \"31 March\"");
    assertFault(
        submit(ORDER.replace("\"LIST\"", "\"CHEAP\"")),
        "/priceBasis",
        "must be one of CONTRACT, LIST, not \"CHEAP\"");
    assertFault(
        submit(ORDER.replace("\"USD\"", "\"BUCKS\"")),
        "/currency",
        "must be a currency code such as USD, not \"BUCKS\"");
    assertFault(submit("{\"lines\": {}}"), "/lines", "must be a list");
    assertFault(submit("[]"), "", "must be an object");
  }

  @Test
  void noFractionOfAUnitIsSilentlyDropped() throws Exception {
    assertFault(
        submit(ORDER.replace("\"quantity\": 10", "\"quantity\": 1.5")),
        "/lines/0/quantity",
        "must be a whole number, not \"1.5\"");
  }

  @Test
  void aMissingFieldIsNamed() throws Exception {
    assertFault(submit(ORDER.replace("\"owner\": \"u1\", ", "")), "/owner", "must not be blank");
    assertFault(
        submit(ORDER.replace("\"country\": \"NL\"", "\"region\": \"U\"")),
        "/shipTo/country",
        "must not be blank");
  }

  @Test
  void everyFaultIsListed() throws Exception {
    var reply =
        submit(order("SO-1", "", line("1", "BOLT", -1, "2.50") + "," + line("2", "", 1, "-1")));

    assertProblem(reply, 400, "invalid");
    assertThat(reply.json().path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder(
            "/customerId", "/lines/0/quantity", "/lines/1/productId", "/lines/1/unitPrice");
  }

  @Test
  void anIdSaysItselfWhatItCannotBe() throws Exception {
    var reply = submit(ORDER.replace("SO-1", "no spaces, please"));

    assertProblem(reply, 400, "invalid");
    assertThat(reply.detail()).contains("order id");
  }

  @Test
  void anUnknownOrderIsNotFound() throws Exception {
    var reply = edge.post("/api/v1/orders/SO-404/cancellation", "{\"reason\": \"Ordered twice\"}");

    assertProblem(reply, 404, "not-found");
    assertThat(reply.detail()).isEqualTo("There is no order SO-404.");
  }

  @Test
  void anAddressWithNothingAtItIsNotFound() throws Exception {
    var reply = edge.post("/api/v1/odrers", "{}");

    assertProblem(reply, 404, "not-found");
    assertThat(reply.detail())
        .isEqualTo("There is nothing at /api/v1/odrers; /openapi/3.1 lists what is.");
  }

  @Test
  void theWrongMethodIsToldTheRightOne() throws Exception {
    var reply =
        edge.get("/api/v1/orders", "Authorization", "Bearer " + RunningCommandSide.token("sales"));

    assertProblem(reply, 405, "method-not-allowed");
    assertThat(reply.detail()).isEqualTo("GET is not possible here; use POST.");
    assertThat(reply.header("Allow")).isEqualTo("POST");
  }

  @Test
  void onlyJsonIsRead() throws Exception {
    var reply =
        edge.post(
            "/api/v1/orders", "orderId=SO-1", "Content-Type", "application/x-www-form-urlencoded");

    assertProblem(reply, 415, "unsupported-media-type");
    assertThat(reply.detail())
        .isEqualTo("Send JSON with the header Content-Type: application/json.");
  }

  @Test
  void onlyJsonIsServed() throws Exception {
    var reply = edge.post("/api/v1/orders", ORDER, "Accept", "application/xml");

    assertProblem(reply, 406, "not-acceptable");
    assertThat(reply.detail()).isEqualTo("Ask with Accept: application/json.");
  }

  @Test
  void aBodyMayHaveAMegabyte() throws Exception {
    var large = "{\"orderId\": \"" + "x".repeat(1 << 20) + "\"}";

    assertProblem(submit(large), 413, "too-large");
    assertProblem(edge.post("/api/v1/webhooks/logistics/shipbob", large), 413, "too-large");
  }

  @Test
  void aBodyOfUnknownLengthMayHaveAMegabyteToo() throws Exception {
    var large = "{\"orderId\": \"" + "x".repeat(1 << 20) + "\"}";
    var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofString(large));
    var reply =
        edge.send(
            HttpRequest.newBuilder(edge.url("/api/v1/webhooks/logistics/shipbob")).POST(chunked));

    assertProblem(reply, 413, "too-large");
  }

  @Test
  void anAddressThatTheFirewallRefusesIsAProblemToo() throws Exception {
    assertProblem(edge.post("/api/v1//orders", ORDER), 400, "invalid");
  }

  @Test
  void aWebhookThatNobodySignedIsRefused() throws Exception {
    var reply = edge.post("/api/v1/webhooks/logistics/shipbob", "{}", "Authorization", "");

    assertProblem(reply, 401, "bad-signature");
  }

  @Test
  void aBusinessRefusalHasItsOwnKind() throws Exception {
    var reply = failing(new FaultyEndpoint.Refusal());

    assertProblem(reply, 409, "not-today");
    assertThat(reply.detail()).isEqualTo("Come back tomorrow.");
  }

  @Test
  void whatAxonWrapsIsUnwrapped() throws Exception {
    assertProblem(
        failing(new CommandExecutionException("wrapped", new FaultyEndpoint.Refusal())),
        409,
        "not-today");
  }

  @Test
  void aConflictMayBeTriedAgain() throws Exception {
    var reply = failing(new ConcurrencyException("order/SO-1 has an event 3 already"));

    assertProblem(reply, 503, "busy");
    assertThat(reply.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void anOverloadedStoreAsksForPatience() throws Exception {
    var reply = failing(Overload.now());

    assertProblem(reply, 503, "busy");
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.detail()).isEqualTo("Nothing was done: send the same request again.");
  }

  @Test
  void aStoreThatDoesNotAnswerLeavesItUnclear() throws Exception {
    for (var failure :
        new Exception[] {new EventStoreException("lost"), new QueryTimeoutException("slow")}) {
      var reply = failing(failure);

      assertProblem(reply, 503, "unclear");
      assertThat(reply.header("Retry-After")).isEqualTo("1");
      assertThat(reply.detail()).contains("same Idempotency-Key");
    }
  }

  @Test
  void theUnforeseenIsOurFaultAndHasATrace() throws Exception {
    edge.bean(FaultyEndpoint.class).failWith(new IllegalStateException("A secret of ours"));
    var reply =
        edge.post(
            "/api/v1/faulty/one",
            "{}",
            "traceparent",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    assertProblem(reply, 500, "internal");
    assertThat(reply.body()).doesNotContain("A secret of ours");
    assertThat(reply.json().path("trace").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(reply.detail()).contains("0af7651916cd43dd8448eb211c80319c");
  }

  @Test
  void somebodyElsesComplaintIsNotTheCallersFault() throws Exception {
    var notOurs = new IllegalArgumentException("Illegal pattern character 'n'");
    var elsewhere = new StackTraceElement("java.text.Format", "format", "Format.java", 1);
    notOurs.setStackTrace(new StackTraceElement[] {elsewhere});
    assertProblem(failing(notOurs), 500, "internal");

    assertThat(catchThrowable(() -> new OrderId("?")).getStackTrace()[0].getClassName())
        .startsWith("io.throughline.kernel");
  }
}
