package io.throughline.query.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.query.History;
import io.throughline.query.RunningQuerySide;
import io.throughline.query.Socket;
import io.throughline.query.customerprofile.CustomerProfileProjection;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.projection.Feed;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over real sockets. That every node hears of every change is for the test with two of them. */
class SubscriptionsTest {
  private static final Map<String, ?> REP = Map.of("roles", List.of("sales"));
  private static final String QUERY =
      "subscription {orderChanged(id: \"WATCH-1\") {orderId state}}";

  private static RunningQuerySide running;

  @BeforeAll
  static void feed() throws Exception {
    running = RunningQuerySide.shared();
    var feed = new Feed().add(History.of("X", "WATCHED").registered("Watched Works", "wim"));
    feed.add(History.of("WATCH-1", "WATCHED").submitted());
    var details = new OrderDetailsProjection();
    var customers = new CustomerProfileProjection();
    feed.into(running.slices().of(details), details);
    feed.into(running.slices().of(customers), customers);
  }

  private static String token(String user, int seconds) {
    return RunningQuerySide.token(Instant.now().plusSeconds(seconds), user, REP);
  }

  @Test
  void aSubscriptionBeginsWithTheOrderAsItIs() throws Exception {
    try (var socket = Socket.open(running.address("ws"), token("wim", 60))) {
      socket.subscribe("1", Map.of("query", QUERY));

      var order = socket.await("next").path("payload").path("data").path("orderChanged");
      assertThat(order.path("state").asString()).isEqualTo("SUBMITTED");
    }
  }

  @Test
  void aTrustedDocumentIsSubscribedToByItsId() throws Exception {
    try (var socket = Socket.open(running.address("ws"), token("wim", 60))) {
      var variables = Map.of("orderId", "WATCH-1");
      socket.subscribe("1", Map.of("documentId", "x-name:OrderChanged", "variables", variables));
      assertThat(socket.await("next").toString()).contains("WATCH-1");

      socket.subscribe("2", Map.of("documentId", "sha256:00"));
      assertThat(socket.await("next").toString()).contains("DOCUMENT_NOT_FOUND");
    }
  }

  @Test
  void whatIsNotToBeSeenIsWatchedLikeWhatIsNotThere() throws Exception {
    try (var socket = Socket.open(running.address("ws"), token("eve", 60))) {
      socket.subscribe("1", Map.of("query", QUERY));
      var hidden = socket.await("next").path("payload");
      socket.subscribe("2", Map.of("query", QUERY.replace("WATCH-1", "NONE")));

      assertThat(socket.await("next").path("payload")).isEqualTo(hidden);
      assertThat(hidden.path("data").path("orderChanged").isNull()).isTrue();
    }
  }

  @Test
  void withoutATokenASocketIsClosed() throws Exception {
    try (var socket = Socket.open(running.address("ws"))) {
      socket.send(Map.of("type", "connection_init", "payload", Map.of()));
      assertThat(socket.awaitClose()).isEqualTo(4401);
    }
    try (var socket = Socket.open(running.address("ws"))) {
      socket.subscribe("1", Map.of("query", QUERY));
      assertThat(socket.awaitClose()).isEqualTo(4401);
    }
  }

  @Test
  void aSocketIsClosedWhenItsTokenEnds() throws Exception {
    try (var socket = Socket.open(running.address("ws"), token("wim", 3))) {
      socket.subscribe("1", Map.of("query", QUERY));
      socket.await("next");

      assertThat(socket.awaitClose()).isEqualTo(4401);
    }
  }

  @Test
  void overServerSentEventsItEndsWithAnErrorWhenTheTokenEnds() throws Exception {
    var request =
        HttpRequest.newBuilder(running.address("http"))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token("wim", 3))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"documentId\": \"x-name:OrderChanged\", \"variables\": {\"orderId\":"
                        + " \"WATCH-1\"}}"))
            .build();
    var stream =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();

    assertThat(stream).contains("event:next").contains("WATCH-1");
    assertThat(stream).contains("UNAUTHENTICATED").contains("event:complete");
  }
}
