package io.throughline.command;

import static io.throughline.command.RunningCommandSide.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.OrderValidated;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The ERP is not there for a while; docs/stories.md lists these stories beside the others. */
@ResourceLock(RunningCommandSide.SHARED)
class OutageStoriesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ERP = "/services/rest/";
  private static final String MAINTENANCE = "/api/v1/operations/maintenance";

  private static RunningCommandSide running;
  private static BusinessClock clock;

  @BeforeAll
  static void start() throws Exception {
    running = RunningCommandSide.shared();
    clock = running.bean(BusinessClock.class);
    running.listItem("WASHER", "2.50", false);
    running.registerCustomer("STORY");
    await()
        .atMost(PATIENCE)
        .until(() -> events("customer/STORY", CustomerSynchronized.class).findAny().isPresent());
  }

  @AfterEach
  void theErpIsThereAgain() {
    running.simulators().maintain(ERP, clock.instant());
  }

  @Test
  void whileTheErpIsMaintainedAsAnnouncedOrdersWaitAndNobodyHasToMendAnything() throws Exception {
    var until = clock.instant().plus(Duration.ofDays(300));
    var announced =
        running.postAs(
            "operations",
            MAINTENANCE,
            "{\"account\": \"netsuite\", \"until\": \"%s\", \"reason\": \"Release 2026.2\"}"
                .formatted(until));
    assertThat(announced.statusCode()).as(announced.body()).isEqualTo(202);
    var window = running.parsed(announced).path("windowId").asString("");
    running.simulators().maintain(ERP, until);
    var orders = List.of("ST-1", "ST-2", "ST-3");
    for (var order : orders) {
      submit(order);
    }
    orders.forEach(OutageStoriesTest::awaitItsFirstStep);

    var draft = running.postAs("sales", "/api/v1/orders/checks", body("ST-9"));
    assertThat(draft.body()).contains("NOT_KNOWN_YET").contains("maintenance of netsuite until");
    var fact = running.getAs("sales", "/system/v1/erp/customers/STORY/credit");
    assertThat(fact.statusCode()).isEqualTo(503);
    assertThat(fact.body()).contains("maintenance until");
    assertThat(running.getAs("operations", "/api/v1/operations/budgets").body())
        .contains("\"maintenanceUntil\":\"" + until);
    assertThat(running.getAs("sales", MAINTENANCE).body())
        .contains(window)
        .contains("Release 2026.2")
        .contains("\"open\":true");
    assertThat(running.getAs("operations", "/actuator/health").body())
        .contains("maintenance until");
    for (var order : orders) {
      assertThat(events("fulfilment/" + order, OrderValidated.class)).isEmpty();
    }

    running.simulators().maintain(ERP, clock.instant());
    var over =
        running.postAs("operations", MAINTENANCE + "/netsuite/" + window + "/calling-off", "");
    assertThat(over.statusCode()).as(over.body()).isEqualTo(202);

    for (var order : orders) {
      awaitCompleted(order);
      assertThat(events("fulfilment/" + order, FulfilmentParked.class)).isEmpty();
    }
    assertThat(running.books().path("effects").path("duplicates").asInt()).isZero();
  }

  @Test
  void whereTheErpItselfSaysThatItIsMaintainedItIsBelievedAndLeftAlone() throws Exception {
    var before = turnedAway();
    running.simulators().maintain(ERP, clock.instant().plus(Duration.ofDays(3)));
    submit("ST-4");

    awaitCompleted("ST-4");

    assertThat(turnedAway()).isGreaterThan(before).isLessThan(before + 40);
    assertThat(events("fulfilment/ST-4", FulfilmentParked.class)).isEmpty();
  }

  @Test
  void onlyOperatorsAnnounceAndOnlyWhatIsToCome() throws Exception {
    var words =
        "{\"account\": \"%s\", \"from\": \"2020-01-01T00:00:00Z\", \"until\": \"%s\", \"reason\":"
            + " \"x\"}";

    assertThat(
            running
                .postAs("sales", MAINTENANCE, words.formatted("netsuite", "2020-01-02T00:00:00Z"))
                .statusCode())
        .isEqualTo(403);
    var past =
        running.postAs(
            "operations", MAINTENANCE, words.formatted("netsuite", "2020-01-02T00:00:00Z"));
    assertThat(past.statusCode()).isEqualTo(409);
    assertThat(past.body()).contains("maintenance-over");
    var unknown =
        running.postAs("operations", MAINTENANCE, words.formatted("sap", "2099-01-02T00:00:00Z"));
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("netsuite, shipbob, shiphero");
    var turned =
        running.postAs(
            "operations", MAINTENANCE, words.formatted("netsuite", "2019-01-02T00:00:00Z"));
    assertThat(turned.statusCode()).isEqualTo(400);
    assertThat(turned.body()).contains("must come after");
    assertThat(
            running
                .postAs("operations", MAINTENANCE + "/netsuite/none/calling-off", "")
                .statusCode())
        .isEqualTo(404);
  }

  private static int turnedAway() {
    return running.books().path("traffic").path(ERP).path("turnedAway").asInt();
  }

  private static String body(String order) {
    return RunningCommandSide.order(order, "STORY", line("1", "WASHER", 1, "2.50"));
  }

  private static void submit(String order) throws Exception {
    var response = running.postAs("sales", "/api/v1/orders", body(order));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
  }

  private static void awaitItsFirstStep(String order) {
    await()
        .atMost(PATIENCE)
        .until(() -> events("fulfilment/" + order, StepRequested.class).findAny().isPresent());
  }

  private static void awaitCompleted(String order) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(events("order/" + order, OrderCompleted.class))
                    .as(() -> "after " + events("fulfilment/" + order, Event.class).toList())
                    .isNotEmpty());
  }

  private static <E extends Event> Stream<E> events(String aggregate, Class<E> type) {
    return running.log().of(aggregate).stream()
        .map(RecordedEvent::event)
        .filter(type::isInstance)
        .map(type::cast);
  }
}
