package io.throughline.command;

import static io.throughline.command.RunningCommandSide.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerChangedInErp;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerParked;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerPlacedInErp;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.OrderValidated;
import io.throughline.kernel.event.OrderEvent.OrderAccepted;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.simulators.Simulators;
import io.throughline.simulators.netsuite.NetSuiteRefusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A company moves from one NetSuite account to another while its orders are under way, and another
 * company keeps books of its own; each account with its books, over real HTTP.
 */
class ErpAccountsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static RunningCommandSide running;
  private static Simulators cloud;

  /** Two orders are on their way when the company moves: one is booked, one the ERP refused. */
  @BeforeAll
  static void aCompanyMoves() throws Exception {
    running = RunningCommandSide.start(0);
    cloud = running.anotherErp();
    for (var erp : List.of(running.simulators(), cloud)) {
      RunningCommandSide.listItem(erp, "GASKET", "4.00", false);
    }
    running.registerCustomer("MOVING");
    awaitEvent("customer/MOVING", CustomerSynchronized.class);
    running.simulators().down("/2026-07/", true); // so that what is booked is not finished at once
    submit("MV-1", "");
    awaitEvent("order/MV-1", OrderAccepted.class);
    running.simulators().refuse("salesOrder/eid:MV-2", "", NetSuiteRefusal.PERMISSION.reply());
    submit("MV-2", "");
    awaitEvent("fulfilment/MV-2", FulfilmentParked.class);

    var settings = new ArrayList<>(RunningCommandSide.account("cloud", cloud));
    settings.add("--throughline.erp.routes[0].erp=netsuite");
    settings.add("--throughline.erp.routes[0].companies[0]=ACME-OLD");
    settings.add("--throughline.erp.routes[1].erp=cloud");
    running = running.restarted(settings);
    running.simulators().down("/2026-07/", false);
  }

  @AfterAll
  static void stop() {
    running.close();
    cloud.close();
  }

  @Test
  void whatIsBookedStaysWhereItIsAndNewOrdersGoToTheNewAccount() throws Exception {
    submit("MV-3", "");

    awaitEvent("order/MV-1", OrderCompleted.class);
    awaitEvent("order/MV-3", OrderCompleted.class);

    assertThat(accountsOf("MV-1")).containsExactly("netsuite");
    assertThat(accountsOf("MV-3")).containsExactly("cloud");
    assertThat(isInBooks(running.simulators(), "MV-1")).isTrue();
    assertThat(isInBooks(cloud, "MV-1")).isFalse();
    assertThat(isInBooks(running.simulators(), "MV-3")).isFalse();
    assertThat(isInBooks(cloud, "MV-3")).isTrue();
    assertThat(events("customer/MOVING", CustomerPlacedInErp.class)).hasSize(1);
    assertThat(events("fulfilment/MV-3", FulfilmentParked.class)).isEmpty();
    assertThat(cloud.books().path("effects").path("duplicates").asInt()).isZero();
  }

  @Test
  void anOrderThatIsNotBookedYetIsMovedByAPerson() throws Exception {
    var moved =
        running.postAs(
            "operations",
            "/api/v1/operations/orders/MV-2/reroute",
            """
            {"stepId": "MV-2/create-sales-order", "to": "ERP", "name": "cloud", "reason": "We move"}
            """);
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(202);

    awaitEvent("order/MV-2", OrderCompleted.class);

    assertThat(accountsOf("MV-2")).containsExactly("netsuite", "cloud");
    assertThat(isInBooks(running.simulators(), "MV-2")).isFalse();
    assertThat(isInBooks(cloud, "MV-2")).isTrue();
  }

  @Test
  void aSaleGoesToTheAccountOfTheCompanyThatItNames() throws Exception {
    submit("MV-4", "\"company\": \"ACME-OLD\",");

    awaitEvent("order/MV-4", OrderCompleted.class);

    assertThat(accountsOf("MV-4")).containsExactly("netsuite");
    assertThat(isInBooks(cloud, "MV-4")).isFalse();
  }

  @Test
  void aCustomerOfTwoAccountsIsKeptTheSameInBothAndNothingGoesRound() throws Exception {
    running.registerCustomer("BOTH");
    submit("MV-5", "BOTH", "");
    awaitEvent("order/MV-5", OrderCompleted.class);
    awaitField(cloud, "+31 20 111", () -> edit(cloud, "phone", "+31 20 111"));
    awaitField(running.simulators(), "+31 20 111", () -> {});

    awaitField(
        running.simulators(),
        "+31 20 222",
        () -> edit(running.simulators(), "phone", "+31 20 222"));
    awaitField(cloud, "+31 20 222", () -> {});

    assertThat(
            events("customer/BOTH", CustomerChangedInErp.class)
                .flatMap(it -> it.changes().stream())
                .map(it -> it.after().text())
                .filter(it -> it != null && it.startsWith("+31 20 ")))
        .containsExactly("+31 20 111", "+31 20 222");
    assertThat(events("customer/BOTH", CustomerParked.class)).isEmpty();
  }

  private static void edit(Simulators erp, String field, String value) {
    erp.netSuite().editCustomer("BOTH", Map.of(field, value));
  }

  private static void awaitField(Simulators erp, String phone, Runnable first) {
    first.run();
    await()
        .atMost(PATIENCE)
        .until(() -> erp.netSuite().customerField("BOTH", "phone"), phone::equals);
  }

  private static boolean isInBooks(Simulators erp, String order) {
    return erp.books().path("erp").path("salesOrders").has(order);
  }

  private static List<String> accountsOf(String order) {
    return events("fulfilment/" + order, OrderValidated.class).map(OrderValidated::erp).toList();
  }

  private static void submit(String order, String more) throws Exception {
    submit(order, "MOVING", more);
  }

  private static void submit(String order, String customer, String more) throws Exception {
    var body = RunningCommandSide.order(order, customer, line("1", "GASKET", 1, "4.00"));
    var response = running.postAs("sales", "/api/v1/orders", body.replaceFirst("\\{", "{" + more));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
  }

  private static void awaitEvent(String aggregate, Class<? extends Event> type) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(events(aggregate, type))
                    .as(() -> aggregate + ": " + running.log().of(aggregate))
                    .isNotEmpty());
  }

  private static <E extends Event> Stream<E> events(String aggregate, Class<E> type) {
    return running.log().of(aggregate).stream()
        .map(RecordedEvent::event)
        .filter(type::isInstance)
        .map(type::cast);
  }
}
