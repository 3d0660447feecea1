package io.throughline.command.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.throughline.command.Simulated;
import io.throughline.command.logistics.Carrier.Cancellation;
import io.throughline.command.logistics.Carrier.Consignment;
import io.throughline.command.logistics.Carrier.Parcel;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.StandardSignature;
import io.throughline.command.platform.http.Caller;
import io.throughline.kernel.Address;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.simulators.Simulators;
import io.throughline.simulators.shipbob.ShipBobRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter against the simulated provider, over real HTTP in both directions. */
class ShipBobTest {
  private static final OrderId ORDER = new OrderId("SO-1");
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);

  private final List<ShipmentUpdate> updates = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private Simulators simulators = Simulated.start(0);
  private final HttpServer receiver = receiver();

  @AfterEach
  void stop() {
    receiver.stop(0);
    simulators.close();
  }

  private Carrier carrier() {
    return carrier(Simulated.CARRIER_TOKEN, Duration.ofSeconds(5));
  }

  private Carrier carrier(String token, Duration timeout) {
    var properties =
        new ShipBobProperties(
            simulators.baseUrl(),
            token,
            "1",
            List.of(Simulated.WEBHOOK_SECRET),
            Map.of(),
            8,
            null,
            timeout);
    return LogisticsConfiguration.shipBob(properties, new Caller(8, timeout, Simulated.UNTRACED));
  }

  private static Consignment consignment(String country) {
    return new Consignment(
        S1,
        ORDER,
        new WarehouseId("EAST"),
        new Address("Goods inward", "1 Mill Lane", "Riverton", null, null, country),
        null,
        List.of(new Parcel(new ProductId("BOLT"), 4)));
  }

  @Test
  void aShipmentAskedForTwiceIsOne() {
    var first = carrier().requestShipment(consignment("NL"));

    assertThat(first)
        .isInstanceOf(Answer.Done.class)
        .isEqualTo(carrier().requestShipment(consignment("NL")));
    assertThat(simulators.books().path("effects").path("shipments").asInt()).isEqualTo(1);
  }

  @Test
  void anAddressItCannotDeliverToIsTold() {
    assertThat(carrier().requestShipment(consignment("Atlantis")))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused ->
                assertThat(refused.findings().toString()).contains(Cause.ADDRESS_REJECTED.name()));
  }

  @Test
  void eachRefusalHasACauseOfItsOwn() {
    var expected =
        Map.of(
            ShipBobRefusal.ADDRESS, Cause.ADDRESS_REJECTED,
            ShipBobRefusal.PRODUCT_UNKNOWN, Cause.CARRIER_PRODUCT_UNKNOWN,
            ShipBobRefusal.SHIPPING_METHOD, Cause.SHIPPING_METHOD_REFUSED,
            ShipBobRefusal.LOCATION, Cause.WAREHOUSE_UNKNOWN,
            ShipBobRefusal.ACCOUNT, Cause.PERMISSION_MISSING,
            ShipBobRefusal.ANYTHING, Cause.CARRIER_REFUSED);
    var found = new EnumMap<ShipBobRefusal, Cause>(ShipBobRefusal.class);
    for (var refusal : ShipBobRefusal.values()) {
      simulators.refuse("POST /2026-07/order", S1.value(), refusal.reply());
      if (carrier().requestShipment(consignment("NL")) instanceof Answer.Refused<String> refused) {
        found.put(refusal, refused.findings().getFirst().cause());
      }
      simulators.relent();
    }

    assertThat(found).isEqualTo(expected);
    assertThat(carrier().requestShipment(consignment("NL"))).isInstanceOf(Answer.Done.class);
  }

  @Test
  void cancellingWorksUntilItHasShipped() {
    simulators.close();
    simulators = Simulated.atRate(60); // at the usual pace it could have shipped before it is asked
    carrier().requestShipment(consignment("NL"));
    assertThat(carrier().cancelShipment(S1)).isEqualTo(new Answer.Done<>(Cancellation.CANCELLED));
    assertThat(carrier().cancelShipment(ShipmentId.of(ORDER, 9)))
        .isEqualTo(new Answer.Done<>(Cancellation.CANCELLED));
  }

  @Test
  void whatHasShippedCannotBeCancelled() {
    simulators.webhookTarget("shipbob", target());
    carrier().requestShipment(consignment("NL"));
    await().until(() -> updates.stream().anyMatch(it -> it.kind() == Kind.SHIPPED));

    assertThat(carrier().cancelShipment(S1)).isEqualTo(new Answer.Done<>(Cancellation.TOO_LATE));
  }

  @Test
  void aWrongTokenKeepsUsOutAndATimeoutIsUnknown() {
    assertThat(carrier("wrong", Duration.ofSeconds(5)).requestShipment(consignment("NL")))
        .isInstanceOf(Answer.Busy.class);
    simulators.close();
    simulators = Simulated.start(Simulated.folder(), 0, Duration.ofSeconds(2));
    assertThat(
            carrier(Simulated.CARRIER_TOKEN, Duration.ofMillis(200))
                .requestShipment(consignment("NL")))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void milestonesComeSignedAndAgainUntilTheyAreTaken() {
    refusals.set(3);
    simulators.webhookTarget("shipbob", target());
    carrier().requestShipment(consignment("NL"));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> kinds().containsAll(List.of(Kind.PICKED, Kind.SHIPPED, Kind.DELIVERED)));
    assertThat(updates).allSatisfy(it -> assertThat(it.shipmentId()).isEqualTo(S1));
    assertThat(
            updates.stream()
                .filter(it -> it.kind() == Kind.SHIPPED)
                .findFirst()
                .orElseThrow()
                .trackingNumber())
        .isNotNull();
    assertThat(refusals.get()).isNegative();
  }

  @Test
  void withFaultsTheyComeTwiceAndOutOfOrderAndAllTheSame() {
    simulators.close();
    simulators = Simulated.start(0.9);
    simulators.webhookTarget("shipbob", target());
    var asked = carrier();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> asked.requestShipment(consignment("NL")) instanceof Answer.Done);

    var sent = List.of(Kind.PICKED, Kind.SHIPPED, Kind.OUT_FOR_DELIVERY, Kind.DELIVERED);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> new HashSet<>(kinds()).size() + webhooks("dropped") == sent.size());
    assertThat(webhooks("duplicated")).isPositive();
  }

  private int webhooks(String count) {
    return simulators.books().path("carrier").path("webhooks").path(count).asInt();
  }

  @Test
  void whatWasNotTakenIsSentAgainAfterARestart() {
    simulators.close();
    Path folder = Simulated.folder();
    simulators = Simulated.start(folder, 0, Duration.ZERO);
    carrier().requestShipment(consignment("NL"));
    simulators.close();

    simulators = Simulated.start(folder, 0, Duration.ZERO);
    simulators.webhookTarget("shipbob", target());

    await().atMost(Duration.ofSeconds(30)).until(() -> kinds().contains(Kind.DELIVERED));
  }

  private List<Kind> kinds() {
    return updates.stream().map(ShipmentUpdate::kind).toList();
  }

  private URI target() {
    return URI.create("http://localhost:" + receiver.getAddress().getPort() + "/");
  }

  /** Checks signatures as we do; refuses as often as it is told to. */
  private HttpServer receiver() {
    try {
      var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
      var signatures = new StandardWebhooks(List.of(Simulated.WEBHOOK_SECRET), Clock.systemUTC());
      server.createContext(
          "/",
          exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            var status = 204;
            if (refusals.getAndDecrement() > 0) {
              status = 503;
            } else {
              signatures.verify(
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  body);
              ShipBobWebhook.read(
                      headers.getFirst("webhook-id"), headers.getFirst("x-webhook-topic"), body)
                  .ifPresent(updates::add);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void badSignaturesAreRefusedWithTheReason() {
    var now = Instant.parse("2026-03-31T12:00:00Z");
    var signatures =
        new StandardWebhooks(List.of(Simulated.WEBHOOK_SECRET), Clock.fixed(now, ZoneOffset.UTC));
    var body = "{}".getBytes(StandardCharsets.UTF_8);
    var timestamp = Long.toString(now.getEpochSecond());

    assertThatThrownBy(() -> signatures.verify("", timestamp, "v1,x", body))
        .isInstanceOf(BadSignature.class)
        .hasMessageContaining("webhook-id");
    assertThatThrownBy(() -> signatures.verify("m", timestamp, "v1,x", body))
        .hasMessageContaining("not ours");
    assertThatThrownBy(
            () -> signatures.verify("m", Long.toString(now.getEpochSecond() - 301), "v1,x", body))
        .hasMessageContaining("five minutes");
    assertThatThrownBy(() -> signatures.verify("m", "soon", "v1,x", body))
        .isInstanceOf(BadSignature.class);
  }

  @Test
  void anyOfSeveralSecretsMayHaveSigned() {
    var now = Instant.parse("2026-03-31T12:00:00Z");
    var body = "{}".getBytes(StandardCharsets.UTF_8);
    var timestamp = Long.toString(now.getEpochSecond());
    var old = "whsec_" + Base64.getEncoder().encodeToString("old".getBytes(StandardCharsets.UTF_8));
    var signature = "v1,bm90aGluZw== " + new StandardSignature(old).of("m", timestamp, body);
    var secrets = List.of(Simulated.WEBHOOK_SECRET, old);

    new StandardWebhooks(secrets, Clock.fixed(now, ZoneOffset.UTC))
        .verify("m", timestamp, signature, body);
  }

  @Test
  void topicsThatTellUsNothingArePassedOverAndBrokenOnesAreNot() {
    assertThat(ShipBobWebhook.read("m", "return.created", "{".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
    assertThatThrownBy(
            () -> ShipBobWebhook.read("m", "order.shipped", "{".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("valid JSON");
    assertThatThrownBy(
            () -> ShipBobWebhook.read("m", "order.shipped", "{}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("reference_id");
  }
}
