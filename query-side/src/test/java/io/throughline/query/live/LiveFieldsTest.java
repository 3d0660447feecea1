package io.throughline.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over real HTTP, with answers as the system API writes them. */
class LiveFieldsTest {
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  private static final Fact CREDIT = new Fact("/system/v1/erp/customers/ACME/credit");
  private static final Fact STOCK = new Fact("/system/v1/erp/products/BOLT/availability");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile boolean stale;
  private volatile String age = "0";
  private HttpServer commandSide;
  private SystemApi api;

  @BeforeEach
  void start() throws IOException {
    commandSide = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    commandSide.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    commandSide.createContext("/system/v1/erp/customers", this::answer);
    commandSide.createContext("/system/v1/erp/products", this::hang);
    commandSide.start();
    api = api(commandSide.getAddress().getPort());
  }

  private static SystemApi api(int port) {
    return new SystemApi(URI.create("http://localhost:" + port), Duration.ofMillis(500), 4);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(
          exchange.getRequestHeaders().getFirst("Authorization") + " " + exchange.getRequestURI());
      var body =
          """
          {"value": {"creditLimit": 5000, "balance": 12.5}, "source": "erp:netsuite",
           "asOf": "2026-03-31T12:00:00Z", "stale": %s}
          """
              .formatted(stale)
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Age", age);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void hang(HttpExchange exchange) {
    try (exchange) {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    never.countDown();
    commandSide.stop(0);
  }

  private Told credit() {
    return api.ask(Set.of(CREDIT), "t-1").get(CREDIT);
  }

  @Test
  void aFactIsReadInTheNameOfWhoeverAsksAndSaysHowFreshItIs() {
    var told = credit();
    assertThat(asked).containsExactly("Bearer t-1 /system/v1/erp/customers/ACME/credit");
    assertThat(told.value().path("balance").decimalValue()).isEqualByComparingTo("12.5");
    assertThat(told.state()).isEqualTo(new LiveState(Freshness.LIVE, "erp:netsuite", AT, null));

    age = "20";
    assertThat(credit().state().freshness()).isEqualTo(Freshness.CACHED);
    stale = true;
    assertThat(credit().state().freshness()).isEqualTo(Freshness.STALE);
  }

  @Test
  void whatDoesNotAnswerIsUnavailableAndSaysWhenItWasLastKnown() {
    assertThat(credit().state().freshness()).isEqualTo(Freshness.LIVE);
    status = 503;
    assertThat(credit().state()).isEqualTo(LiveState.unavailable(AT));
    assertThat(credit().value().isMissingNode()).isTrue();

    commandSide.stop(0);
    assertThat(credit().state()).isEqualTo(LiveState.unavailable(AT));
  }

  @Test
  void whatTheOwnerDoesNotHaveIsUnknown() {
    status = 404;
    assertThat(credit().state().freshness()).isEqualTo(Freshness.UNKNOWN);
  }

  @Test
  void oneThatHangsDoesNotHoldUpTheOthers() {
    var begun = System.nanoTime();
    var told = api.ask(Set.of(CREDIT, STOCK), "t-1");

    assertThat(told.get(CREDIT).state().freshness()).isEqualTo(Freshness.LIVE);
    assertThat(told.get(STOCK).state().freshness()).isEqualTo(Freshness.UNAVAILABLE);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }
}
