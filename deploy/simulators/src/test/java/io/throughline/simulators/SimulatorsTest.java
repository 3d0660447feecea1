package io.throughline.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What both systems have in common: latency, permits, faults, a clock, and a life after death. */
class SimulatorsTest {
  private static final String CUSTOMER = "customer/eid:ACME";
  private static final String ORDER =
      """
      {"entity": {"externalId": "ACME"}, "currency": {"refName": "USD"},
       "taxItem": {"refName": "DE"}, "otherRefNum": "SO-1",
       "item": {"items": [{"custcol_line_id": "1", "item": {"externalId": "BOLT"},
         "quantity": 30, "rate": "2.50"}]}}\
      """;

  @TempDir Path folder;
  private final TurnableClock clock = new TurnableClock();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var thing : open.reversed()) {
      thing.close();
    }
  }

  private Simulators simulators(double faults, Duration latency, int permits) {
    return simulators(faults, latency, permits, clock);
  }

  private Simulators simulators(
      double faults, Duration latency, int permits, TurnableClock itsClock) {
    var settings =
        new SimulatorSettings(
            0,
            folder,
            7,
            faults,
            latency,
            permits,
            Integration.known(),
            Integration.carriers(),
            Duration.ofDays(1),
            Duration.ofDays(1));
    var simulators = Simulators.start(settings, itsClock.business());
    open.add(simulators);
    simulators
        .netSuite()
        .listItem(
            "BOLT",
            "Bolt",
            new BigDecimal("2.50"),
            false,
            new LinkedHashMap<>(Map.of("EAST", 10)),
            50);
    return simulators;
  }

  private Integration integration(Simulators simulators) {
    var integration = new Integration(simulators.baseUrl()).authorized();
    open.add(integration);
    return integration;
  }

  private static int backOrdered(Integration integration) {
    var count = 0;
    for (var line : integration.get("salesOrder/eid:SO-1").body().path("item").path("items")) {
      count += line.path("quantityBackOrdered").asInt();
    }
    return count;
  }

  @Test
  void callsBeyondThePermitsAreRefusedAndThoseWithinAreNot() throws Exception {
    var integration = integration(simulators(0, Duration.ofMillis(500), 2));
    var calls = new ArrayList<Callable<Integration.Answer>>();
    for (var i = 0; i < 6; i++) {
      calls.add(() -> integration.put(CUSTOMER, "{\"companyName\": \"Acme\"}"));
    }

    List<Integration.Answer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integration.Answer> call : threads.invokeAll(calls)) {
        answers.add(call.get());
      }
    }

    assertThat(answers).extracting(Integration.Answer::status).containsOnly(204, 429);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 429)
        .isNotEmpty()
        .allSatisfy(
            answer -> {
              assertThat(answer.response().headers().firstValue("retry-after")).hasValue("1");
              assertThat(answer.errorCode()).isEqualTo("CONCURRENCY_LIMIT_EXCEEDED");
            });
  }

  @Test
  void oneCallAfterAnotherNeverMeetsThePermits() {
    var integration = integration(simulators(0, Duration.ZERO, 1));

    for (var i = 0; i < 200; i++) {
      assertThat(integration.put(CUSTOMER, "{\"companyName\": \"Acme " + i + "\"}").status())
          .isEqualTo(204);
    }
  }

  @Test
  void everyKindOfFaultHappensAndIsCounted() {
    var simulators = simulators(0.6, Duration.ZERO, 15);
    var integration = new Integration(simulators.baseUrl());
    open.add(integration);
    var lost = 0;
    for (var i = 0; i < 40; i++) {
      try {
        integration.put(CUSTOMER, "{\"companyName\": \"Acme " + i + "\"}");
      } catch (Integration.LostReply e) {
        lost++;
      }
    }

    var injected = simulators.books().path("faults").path("injected");
    assertThat(injected.properties()).hasSize(5).allMatch(kind -> kind.getValue().asInt() > 0);
    assertThat(lost)
        .isEqualTo(
            injected.path("dropped_before").asInt() + injected.path("dropped_after").asInt());
  }

  @Test
  void aProcessThatDiedGoesOnWhereItWasAndRestocksWhenItWouldHave() {
    // its clock stands still from here on, and it is neither flushed nor closed: as if killed
    var dies = integration(simulators(0, Duration.ZERO, 15, new TurnableClock()));
    dies.put(CUSTOMER, "{\"companyName\": \"Acme\"}");
    dies.put("salesOrder/eid:SO-1", ORDER);
    assertThat(backOrdered(dies)).isEqualTo(20);
    clock.turn(Duration.ofHours(20));

    var lives = integration(simulators(0, Duration.ZERO, 15));
    assertThat(backOrdered(lives)).isEqualTo(20);
    clock.turn(Duration.ofHours(5));

    await().until(() -> backOrdered(lives) == 0);
  }

  @Test
  void anInvoiceIsPaidWhenItsTimeComesAndTheBooksBalance() {
    var simulators = simulators(0, Duration.ZERO, 15);
    var integration = integration(simulators);
    integration.put(CUSTOMER, "{\"companyName\": \"Acme\"}");
    integration.put("salesOrder/eid:SO-1", ORDER);
    var part =
        """
        {"externalId": "SO-1-S1", "item": {"items": [{"custcol_line_id": "1", "quantity": 7}]}}\
        """;
    integration.post("salesOrder/eid:SO-1/!transform/itemFulfillment", part);
    integration.post("salesOrder/eid:SO-1/!transform/invoice", part);
    assertBalances(simulators, "accounts receivable", "20.83");

    clock.turn(Duration.ofHours(25));

    await()
        .until(
            () -> !simulators.books().path("erp").path("payments").path("SO-1-S1").isMissingNode());
    assertBalances(simulators, "bank", "20.83");
    assertBalances(simulators, "accounts receivable", "0");
    assertBalances(simulators, "sales tax payable", "-3.33");
  }

  private static void assertBalances(Simulators simulators, String account, String balance) {
    var accounts = simulators.books().path("erp").path("trialBalance");
    var sum = BigDecimal.ZERO;
    for (var each : accounts) {
      sum = sum.add(each.decimalValue());
    }
    assertThat(sum).isEqualByComparingTo("0");
    assertThat(accounts.path(account).decimalValue()).isEqualByComparingTo(balance);
  }
}
