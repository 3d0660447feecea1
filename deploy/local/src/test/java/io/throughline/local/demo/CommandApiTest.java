package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.throughline.local.input.Input;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CommandApiTest {
  private static final int DROP = -1;
  private static final int IN_FLIGHT = -2;

  private record Seen(String path, String key, String authorization, String body) {}

  private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> answers = new ArrayDeque<>();
  private HttpServer server;
  private CommandApi api;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    api =
        new CommandApi(URI.create("http://localhost:" + server.getAddress().getPort()), () -> "T");
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      seen.add(
          new Seen(
              exchange.getRequestURI().getPath(),
              headers.getFirst("Idempotency-Key"),
              headers.getFirst("Authorization"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      int status = answers.isEmpty() ? 202 : answers.remove();
      if (status != DROP) {
        if (status == IN_FLIGHT) {
          exchange.getResponseHeaders().set("Retry-After", "1");
          status = 409;
        }
        var problem = "{\"title\":\"No\",\"detail\":\"Because.\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, problem.length);
        exchange.getResponseBody().write(problem);
      }
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatGotNoClearAnswerIsSentAgainUnderTheSameKey() throws Exception {
    answers.addAll(List.of(DROP, 503, 429, IN_FLIGHT, IN_FLIGHT, IN_FLIGHT, IN_FLIGHT));
    assertThat(api.post("/api/v1/orders", "k-1", List.of())).isInstanceOf(CommandApi.Taken.class);
    assertThat(seen).hasSize(8).extracting(Seen::key).containsOnly("\"k-1\"");
    assertThat(seen).extracting(Seen::authorization).containsOnly("Bearer T");
  }

  @Test
  void aDefiniteNoIsNotSentAgain() throws Exception {
    answers.add(422);
    assertThat(api.post("/api/v1/orders", "k-1", List.of()))
        .isEqualTo(new CommandApi.Refused(422, "Because."));
    assertThat(seen).hasSize(1);
  }

  @Test
  void aConflictIsADefiniteNoUnlessTheRequestIsStillInFlight() throws Exception {
    answers.addAll(List.of(409, 202));
    assertThat(api.post("/api/v1/orders", "k-1", List.of()))
        .isEqualTo(new CommandApi.Refused(409, "Because."));
  }

  @Test
  void everyOrderIsHandedOverUnderItsOwnKeyWithItsAmountsAsText() throws Exception {
    Input input = OwnOrders.of(20, 1);
    var submission = new Submission(api);
    assertThat(submission.customers(input.customers())).isEmpty();
    assertThat(submission.orders(input.orders())).isEmpty();
    assertThat(submission.ordersTaken()).isEqualTo(20);

    var orders = seen.stream().filter(request -> request.path().equals("/api/v1/orders")).toList();
    assertThat(orders)
        .extracting(Seen::key)
        .doesNotHaveDuplicates()
        .contains("\"demo-order-D1-0001\"");
    var first =
        orders.stream()
            .filter(request -> request.key().contains("D1-0001"))
            .findAny()
            .orElseThrow();
    var line = JsonMapper.builder().build().readTree(first.body()).at("/lines/1");
    assertThat(line.path("productId").asString()).isEqualTo("TL-190");
    assertThat(line.path("unitPrice").isString()).isTrue();
    assertThat(line.path("unitPrice").asString()).isEqualTo("340.00");
  }

  @Test
  void refusalsAreToldWithTheirIds() throws Exception {
    answers.add(400);
    var refusals = new Submission(api).orders(OwnOrders.of(3, 1).orders().subList(0, 1));
    assertThat(refusals).containsExactly(new Submission.Refusal("D1-0001", 400, "Because."));
  }
}
