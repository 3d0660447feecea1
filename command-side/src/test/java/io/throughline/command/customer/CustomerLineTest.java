package io.throughline.command.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.command.RunningCommandSide;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerChangedInErp;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerParked;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.RecordedEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers over real HTTP, changed on both sides. */
class CustomerLineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static RunningCommandSide running;

  @BeforeAll
  static void start() throws Exception {
    running = RunningCommandSide.start(0.1);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void aChangeInTheErpComesToUsAndIsNotWrittenBack() throws Exception {
    registered("POLLED");
    running.simulators().netSuite().editCustomer("POLLED", Map.of("phone", "+31 20 111"));

    // whether it is on hold the ERP alone says: that may be news of its own, before or with this
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                events("POLLED", CustomerChangedInErp.class)
                    .flatMap(it -> it.changes().stream())
                    .anyMatch(it -> "+31 20 111".equals(it.after().text())));
    assertThat(running.simulators().netSuite().customerField("POLLED", "phone"))
        .isEqualTo("+31 20 111");
    assertThat(events("POLLED", CustomerSynchronized.class)).hasSize(1);
  }

  @Test
  void anEditOnBothSidesWaitsForAPersonWhoKeepsOurs() throws Exception {
    registered("TORN");
    // told at once and polled later, so that the ERP's edit is there before ours is written
    running.simulators().netSuite().editCustomer("TORN", Map.of("companyName", "Torn in the ERP"));
    var changed = send("PATCH", "/api/v1/customers/TORN", body("Torn in Salesforce"));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(202);

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                events("TORN", CustomerParked.class).count() == 1
                    || events("TORN", CustomerChangedInErp.class)
                        .flatMap(it -> it.changes().stream())
                        .anyMatch(it -> "Torn in the ERP".equals(it.after().text())));
    if (events("TORN", CustomerParked.class).findAny().isPresent()) {
      var mended = running.postAs("sales", "/api/v1/exceptions/TORN-C1/remedies/keep-ours", "{}");
      assertThat(mended.statusCode()).as(mended.body()).isEqualTo(202);
    }
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                running
                    .simulators()
                    .netSuite()
                    .customerField("TORN", "companyName")
                    .equals("Torn in Salesforce"));
  }

  @Test
  void parentsGoBeforeTheirChildrenAndCirclesAndDepthAreRefused() throws Exception {
    registered(IntStream.rangeClosed(1, 11).mapToObj(level -> "LEVEL-" + level));
    for (var level = 2; level <= 10; level++) {
      assertThat(moved("LEVEL-" + level, "LEVEL-" + (level - 1)).statusCode()).isEqualTo(202);
    }
    var circle = moved("LEVEL-1", "LEVEL-10");
    assertThat(circle.statusCode()).isEqualTo(409);
    assertThat(circle.body()).contains("circle");
    var deep = moved("LEVEL-11", "LEVEL-10");
    assertThat(deep.statusCode()).isEqualTo(409);
    assertThat(deep.body()).contains("11 levels", "10 are the most");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                running
                    .simulators()
                    .netSuite()
                    .customerField("LEVEL-10", "parent")
                    .contains("LEVEL-9"));
  }

  @Test
  void aMergedCustomerIsRetiredInTheErp() throws Exception {
    registered("OLD");
    registered("STAYS");

    var merged = send("POST", "/api/v1/customers/OLD/merge", "{\"survivorId\":\"STAYS\"}");

    assertThat(merged.statusCode()).as(merged.body()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                running.simulators().netSuite().customerField("OLD", "isInactive").equals("true"));
    assertThat(running.bean(Successors.class).of(new CustomerId("OLD")).value()).isEqualTo("STAYS");
  }

  /** Asked again while earlier moves are not known yet, as the answer says. */
  private static HttpResponse<String> moved(String customer, String parent) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                send(
                    "POST",
                    "/api/v1/customers/" + customer + "/parent",
                    "{\"parentId\":\"" + parent + "\"}"),
            it -> it.statusCode() != 503);
  }

  private static void registered(String id) throws Exception {
    registered(Stream.of(id));
  }

  /** All of them at once: each of them may have to wait for an answer that is lost. */
  private static void registered(Stream<String> ids) throws Exception {
    var customers = ids.toList();
    for (var id : customers) {
      running.registerCustomer(id);
    }
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                customers.stream()
                    .allMatch(id -> events(id, CustomerSynchronized.class).count() == 1));
  }

  private static String body(String name) {
    return """
    {"name": "%s", "billTo": %s, "currency": "USD", "owner": "u1"}
    """
        .formatted(name, RunningCommandSide.ADDRESS);
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    URI url = running.url(path);
    var request =
        HttpRequest.newBuilder(url)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + RunningCommandSide.token("sales"))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static <E extends Event> Stream<E> events(String customer, Class<E> type) {
    return running.log().of("customer/" + customer).stream()
        .map(RecordedEvent::event)
        .filter(type::isInstance)
        .map(type::cast);
  }
}
