package io.throughline.command.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.throughline.command.Simulated;
import io.throughline.command.platform.StandardSignature;
import io.throughline.command.platform.http.Caller;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over real HTTP. */
class WebhookAlertsTest {
  private static final StandardSignature SIGNATURE = new StandardSignature("whsec_c2VjcmV0");
  private static final Alert ALERT =
      new Alert(
          "SO-1-E1-overdue",
          "SO-1-E1",
          "SO-1",
          "CREDIT_LIMIT_EXCEEDED",
          "The order exceeds the customer's credit limit",
          "FINANCE",
          new BigDecimal("22.50"),
          "USD",
          Instant.parse("2026-03-31T12:00:00Z"),
          Instant.parse("2026-03-31T16:00:00Z"));

  private final AtomicInteger status = new AtomicInteger(204);
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private HttpServer receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            var expected =
                SIGNATURE.of(
                    headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"), body);
            signatures.add(expected.equals(headers.getFirst("webhook-signature")) ? "good" : "bad");
            bodies.add(new String(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status.get(), -1);
          }
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  private Alerts alerts() {
    return new WebhookAlerts(
        URI.create("http://localhost:" + receiver.getAddress().getPort() + "/"),
        SIGNATURE,
        new Caller(1, Duration.ofSeconds(5), Simulated.UNTRACED),
        Clock.systemUTC());
  }

  @Test
  void anAlertIsSignedAndSaysWhatIsHeldUpAndWhoseMoveItIs() {
    assertThat(alerts().raise(ALERT)).isTrue();

    assertThat(signatures).containsExactly("good");
    assertThat(bodies.getFirst())
        .contains("\"exception.overdue\"", "\"SO-1\"", "\"FINANCE\"", "22.50");
  }

  @Test
  void oneThatIsNotTakenIsToldAgain() {
    status.set(500);

    assertThat(alerts().raise(ALERT)).isFalse();
  }
}
