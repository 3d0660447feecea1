package io.throughline.command;

import static io.throughline.command.RunningCommandSide.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.command.fulfilment.FulfilmentCommand.RecordShipmentUpdate;
import io.throughline.command.fulfilment.FulfilmentCommand.ResumeShipping;
import io.throughline.command.fulfilment.FulfilmentCommand.SuspendShipping;
import io.throughline.command.logistics.CarrierTracking.Tracking;
import io.throughline.command.logistics.Carriers;
import io.throughline.command.logistics.ShipmentUpdate;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.CarriageEvent.MilestoneOverdue;
import io.throughline.kernel.event.CarriageEvent.ParcelTracked;
import io.throughline.kernel.event.CarriageEvent.ParcelsCounted;
import io.throughline.kernel.event.CarriageEvent.ShipmentCountConfirmed;
import io.throughline.kernel.event.CarriageEvent.ShipmentHeld;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.event.CarriageEvent.ShipmentReleased;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.OrderInformed;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentPicked;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentRequested;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.Milestone;
import io.throughline.kernel.fulfilment.ParcelState;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Two providers, on a clock on which a day passes in two seconds: EAST is ShipBob's, NORTH is
 * ShipHero's.
 */
@ResourceLock(RunningCommandSide.SHARED)
class CarriageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SHIPBOB = "/2026-07/";

  private static RunningCommandSide running;

  @BeforeAll
  static void start() throws Exception {
    running = RunningCommandSide.shared();
    list("BOLT", "EAST");
    list("CABLE", "NORTH");
    running.registerCustomer("ACME");
    await()
        .atMost(PATIENCE)
        .until(() -> events("customer/ACME", CustomerSynchronized.class).findAny().isPresent());
  }

  private static void list(String item, String warehouse) {
    running
        .simulators()
        .netSuite()
        .listItem(
            item,
            item,
            new BigDecimal("2.50"),
            false,
            new LinkedHashMap<>(Map.of(warehouse, 1000)),
            100);
  }

  @Test
  void eachWarehouseIsItsProvidersAndADeliveryThatNobodyTellsOfIsFoundByAsking() throws Exception {
    submit("SO-1", "CABLE", RunningCommandSide.ADDRESS);

    awaitEvent("order/SO-1", OrderCompleted.class);

    assertThat(events("fulfilment/SO-1", ShipmentRequested.class))
        .extracting(ShipmentRequested::provider)
        .containsExactly("shiphero");
    assertThat(events("fulfilment/SO-1", MilestoneOverdue.class)).isNotEmpty();
    assertThat(events("fulfilment/SO-1", ShipmentDelivered.class)).hasSize(1);
    assertThat(running.books().path("carrier").path("providers").path("shiphero").path("shipments"))
        .isNotEqualTo(0);
    assertThat(running.books().path("effects").path("duplicates").asInt()).isZero();
  }

  @Test
  void whereNoMessageComesAtAllEverythingIsFoundByAskingAndMessagesThatComeLateChangeNothing()
      throws Exception {
    var simulators = running.simulators();
    simulators.webhookTarget("shipbob", URI.create("http://localhost:1/"));
    submit("SO-2", "BOLT", RunningCommandSide.ADDRESS);
    awaitEvent("order/SO-2", OrderCompleted.class);
    var last = StepId.of(new OrderId("SO-2"), new Step.InformOrder(Milestone.COMPLETED, 1));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                events("fulfilment/SO-2", OrderInformed.class)
                    .anyMatch(it -> it.stepId().equals(last)));
    var before = events("fulfilment/SO-2", Event.class).count();

    var taken = webhooksTaken();
    simulators.webhookTarget("shipbob", running.url("/api/v1/webhooks/logistics/shipbob"));
    await().atMost(PATIENCE).until(() -> webhooksTaken() > taken);

    assertThat(events("fulfilment/SO-2", ShipmentShipped.class)).hasSize(1);
    assertThat(events("fulfilment/SO-2", Event.class)).hasSize((int) before);
  }

  private static int webhooksTaken() {
    return running.books().path("carrier").path("webhooks").path("taken").asInt();
  }

  @Test
  void goodsThatNeverArriveAreParkedForLogistics() throws Exception {
    submit("SO-3", "BOLT", RunningCommandSide.ADDRESS.replace("1 Mill Lane", "9 Lost Road"));

    awaitEvent("fulfilment/SO-3", FulfilmentParked.class);

    var parked = events("fulfilment/SO-3", FulfilmentParked.class).findFirst().orElseThrow();
    assertThat(parked.cause()).isEqualTo(Cause.CARRIER_LOST);
    assertThat(parked.findings().getFirst().values())
        .containsEntry("provider", "shipbob")
        .containsEntry("awaited", "DELIVERED");
  }

  @Test
  void goodsThatComeBackAreParkedForLogistics() throws Exception {
    submit("SO-4", "BOLT", RunningCommandSide.ADDRESS.replace("1 Mill Lane", "2 Nobody's Lane"));

    awaitEvent("fulfilment/SO-4", FulfilmentParked.class);

    assertThat(events("fulfilment/SO-4", FulfilmentParked.class).findFirst().orElseThrow().cause())
        .isEqualTo(Cause.RETURNED_TO_SENDER);
  }

  @Test
  void goodsThatBreakOnTheirWayAreParkedForLogistics() throws Exception {
    submit("SO-14", "BOLT", RunningCommandSide.ADDRESS.replace("1 Mill Lane", "3 Rough Road"));

    awaitEvent("fulfilment/SO-14", FulfilmentParked.class);

    assertThat(events("fulfilment/SO-14", FulfilmentParked.class).findFirst().orElseThrow().cause())
        .isEqualTo(Cause.DAMAGED_IN_TRANSIT);
  }

  @Test
  void whatLeavesOtherwiseThanAskedForIsBookedAsSomebodyDecides() throws Exception {
    running.simulators().mispack("SO-15-S1", "BOLT", 3); // ShipBob's
    running.simulators().mispack("SO-16-S1", "CABLE", 6); // ShipHero's
    submit("SO-15", "BOLT", RunningCommandSide.ADDRESS);
    submit("SO-16", "CABLE", RunningCommandSide.ADDRESS);
    for (var order : List.of("SO-15", "SO-16")) {
      awaitEvent("fulfilment/" + order, FulfilmentParked.class);
      assertThat(events("fulfilment/" + order, InvoiceIssued.class)).isEmpty();
    }
    assertThat(causes("SO-15")).containsExactly(Cause.SHORT_SHIPPED);
    assertThat(causes("SO-16")).containsExactly(Cause.OVER_SHIPPED);

    mend("SO-15-E1", "close-short");
    mend("SO-16-E1", "accept-count");

    awaitEvent("order/SO-15", OrderCompleted.class);
    awaitEvent("order/SO-16", OrderCompleted.class);
    assertThat(invoiced("SO-15")).containsExactly(3);
    assertThat(invoiced("SO-16")).containsExactly(6);
    var orders = running.books().path("erp").path("salesOrders");
    assertThat(orders.path("SO-15").path("billed").decimalValue()).isEqualByComparingTo("7.50");
    assertThat(orders.path("SO-16").path("billed").decimalValue()).isEqualByComparingTo("15.00");
  }

  @Test
  void whatLeavesInTwoParcelsIsBookedOnceAndWholeAsSoonAsBothAreToldOf() throws Exception {
    var commands = running.bean(CommandGateway.class);
    running.simulators().split("SO-17-S1", "BOLT", 1); // ShipBob's
    running.simulators().split("SO-18-S1", "CABLE", 3); // ShipHero's, who is asked besides
    submit("SO-17", "BOLT", RunningCommandSide.ADDRESS);
    submit("SO-18", "CABLE", RunningCommandSide.ADDRESS);
    for (var provider : Map.of("SO-17", "shipbob", "SO-18", "shiphero").entrySet()) {
      var order = provider.getKey();
      var fulfilment = "fulfilment/" + order;
      awaitEvent("order/" + order, OrderCompleted.class);

      var shipment = ShipmentId.of(new OrderId(order), 1);
      var asked = running.bean(Carriers.class).at(provider.getValue()).track(shipment);
      var told = ((Answer.Done<Optional<Tracking>>) asked).value().orElseThrow().updates();
      told.forEach(it -> commands.sendAndWait(new RecordShipmentUpdate(it)));

      assertThat(told.stream().filter(it -> it.kind() == Kind.SHIPPED).toList())
          .hasSize(2)
          .allSatisfy(it -> assertThat(it.parcels()).hasSize(2));
      assertThat(events(fulfilment, ShipmentMiscounted.class)).hasSize(1);
      assertThat(events(fulfilment, ParcelsCounted.class)).hasSize(1);
      var settled = events(fulfilment, ShipmentCountConfirmed.class).toList();
      assertThat(settled).hasSize(1);
      assertThat(events(fulfilment, FulfilmentParked.class).map(FulfilmentParked::exceptionId))
          .isEqualTo(settled.getFirst().closed());
      assertThat(invoiced(order)).containsExactly(4);
      assertThat(events(fulfilment, ParcelTracked.class))
          .allSatisfy(it -> assertThat(it.state()).isEqualTo(ParcelState.DELIVERED))
          .extracting(ParcelTracked::parcelId)
          .containsExactlyInAnyOrderElementsOf(parcels(told));
      assertThat(events(fulfilment, Event.class).filter(CarriageTest::tellsOfAnArrival))
          .as("the shipment arrives with its last parcel")
          .extracting(Event::getClass)
          .containsExactly(ParcelTracked.class, ParcelTracked.class, ShipmentDelivered.class);
    }
  }

  private static boolean tellsOfAnArrival(Event event) {
    return event instanceof ParcelTracked || event instanceof ShipmentDelivered;
  }

  private static List<String> parcels(List<ShipmentUpdate> told) {
    return told.stream()
        .flatMap(it -> it.parcels().stream())
        .map(CountedParcel::parcelId)
        .distinct()
        .toList();
  }

  private static Stream<Cause> causes(String order) {
    return events("fulfilment/" + order, FulfilmentParked.class).map(FulfilmentParked::cause);
  }

  private static Stream<Integer> invoiced(String order) {
    return events("fulfilment/" + order, InvoiceIssued.class)
        .flatMap(it -> it.lines().stream())
        .map(LineQuantity::quantity);
  }

  private static void mend(String exception, String remedy) throws Exception {
    var answer =
        running.postAs(
            "operations", "/api/v1/exceptions/" + exception + "/remedies/" + remedy, "{}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  @Test
  void suspendedShippingStandsStillAtTheProviderUntilItIsResumed() throws Exception {
    var commands = running.bean(CommandGateway.class);
    var clock = running.bean(BusinessClock.class);
    var order = new OrderId("SO-5");
    running.simulators().down(SHIPBOB, true); // so that nothing has left before it is suspended
    submit("SO-5", "BOLT", RunningCommandSide.ADDRESS);
    awaitRequested("SO-5");
    commands.sendAndWait(new SuspendShipping(order, "The buyer asked to wait.", clock.instant()));
    running.simulators().down(SHIPBOB, false);
    awaitEvent("fulfilment/SO-5", ShipmentHeld.class);
    assertThat(status("SO-5-S1")).isEqualTo("OnHold");

    commands.sendAndWait(new ResumeShipping(order, clock.instant()));

    awaitEvent("fulfilment/SO-5", ShipmentReleased.class);
    awaitEvent("order/SO-5", OrderCompleted.class);
  }

  private static String status(String shipment) {
    return running
        .books()
        .path("carrier")
        .path("shipments")
        .path(shipment)
        .path("status")
        .asString("");
  }

  @Test
  void aProviderThatIsDownForADayFindsItsWorkQueuedAndGetsItOnce() throws Exception {
    running.simulators().down(SHIPBOB, true);
    var orders = List.of("SO-6", "SO-7", "SO-8");
    for (var order : orders) {
      submit(order, "BOLT", RunningCommandSide.ADDRESS);
    }
    orders.forEach(CarriageTest::awaitRequested);
    var clock = running.bean(BusinessClock.class);
    var tomorrow = clock.instant().plus(Duration.ofDays(1));
    await().atMost(PATIENCE).until(() -> clock.instant().isAfter(tomorrow));
    orders.forEach(
        order -> assertThat(events("fulfilment/" + order, ShipmentRequested.class)).isEmpty());

    running.simulators().down(SHIPBOB, false);

    for (var order : orders) {
      awaitEvent("order/" + order, OrderCompleted.class);
      assertThat(events("fulfilment/" + order, FulfilmentParked.class)).isEmpty();
    }
    assertThat(running.books().path("effects").path("duplicates").asInt()).isZero();
  }

  @Test
  void oneMessageMayTellOfSeveralOrdersGoodsAndTheyMayShareAParcel() throws Exception {
    submit("SO-9", "CABLE", RunningCommandSide.ADDRESS);
    submit("SO-10", "CABLE", RunningCommandSide.ADDRESS);
    awaitEvent("fulfilment/SO-9", ShipmentRequested.class);
    awaitEvent("fulfilment/SO-10", ShipmentRequested.class);
    var picked =
        """
        {"webhook_type": "Tote Complete", "totes": [{"tote_name": "T", "orders": [
          {"order_number": "SO-9-S1"}, {"order_number": "SO-10-S1"}]}]}\
        """;
    for (var twice = 0; twice < 2; twice++) {
      var answer = tell(picked);
      assertThat(answer).startsWith("200").contains("Success");
    }
    for (var order : List.of("SO-9", "SO-10")) {
      var shipped =
          """
          {"webhook_type": "Shipment Update", "fulfillment": {"partner_order_id": "%s-S1",
           "shipping_carrier": "Parcel Express", "tracking_number": "1ZSHARED",
           "created_at": "2026-03-31 12:00:00"}}\
          """
              .formatted(order);
      assertThat(tell(shipped)).startsWith("200");
      assertThat(events("fulfilment/" + order, ShipmentPicked.class)).hasSize(1);
      assertThat(events("fulfilment/" + order, ShipmentShipped.class)).hasSize(1);
      awaitEvent("order/" + order, OrderCompleted.class);
    }
  }

  @Test
  void messagesThatCannotBeTakenAreAnsweredWithTheReason() throws Exception {
    var unknown = running.post("/api/v1/webhooks/logistics/nobody", "{}");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("shipbob, shiphero");

    var unsigned = running.post("/api/v1/webhooks/logistics/shiphero", "{}");
    assertThat(unsigned.statusCode()).isEqualTo(401);
    var forged =
        running.post(
            "/api/v1/webhooks/logistics/shiphero",
            "{}",
            "x-shiphero-message-id",
            "m",
            "x-shiphero-hmac-sha256",
            "AAAA");
    assertThat(forged.statusCode()).isEqualTo(401);

    assertThat(tell("{\"webhook_type\": \"Shipment Update\"}")).startsWith("400");
    assertThat(tell("{\"webhook_type\": \"Inventory Update\"}")).startsWith("200");
  }

  /** As ShipHero would. */
  private static String tell(String body) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("shared-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var signature = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
    var answer =
        running.post(
            "/api/v1/webhooks/logistics/shiphero",
            body,
            "X-Shiphero-Message-ID",
            "message-1",
            "x-shiphero-hmac-sha256",
            Base64.getEncoder().encodeToString(signature));
    return answer.statusCode() + " " + answer.body();
  }

  private static void submit(String order, String product, String address) throws Exception {
    var body =
        RunningCommandSide.order(order, "ACME", line("1", product, 4, "2.50"))
            .replace(RunningCommandSide.ADDRESS, address);
    var response = running.postAs("sales", "/api/v1/orders", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
  }

  private static void awaitRequested(String order) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                events("fulfilment/" + order, StepRequested.class)
                    .anyMatch(it -> it.step() instanceof Step.RequestShipment));
  }

  private static void awaitEvent(String aggregate, Class<? extends Event> type) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(events(aggregate, type))
                    .as(() -> "among " + events(aggregate, Event.class).toList())
                    .isNotEmpty());
  }

  private static <E extends Event> Stream<E> events(String aggregate, Class<E> type) {
    List<RecordedEvent> history = running.log().of(aggregate);
    return history.stream().map(RecordedEvent::event).filter(type::isInstance).map(type::cast);
  }
}
