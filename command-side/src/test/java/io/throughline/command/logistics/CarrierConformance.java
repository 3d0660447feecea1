package io.throughline.command.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.command.conformance.PortConformance;
import io.throughline.command.conformance.Write;
import io.throughline.command.logistics.Carrier.Cancellation;
import io.throughline.command.logistics.Carrier.Consignment;
import io.throughline.command.logistics.Carrier.Parcel;
import io.throughline.command.logistics.CarrierHolds.Hold;
import io.throughline.command.logistics.CarrierReturns.ExpectedReturn;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.Address;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.CountedUnits;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every adapter to a logistics provider does. A new one extends this, says how it is made and
 * which requests its writes are, and passes.
 */
abstract class CarrierConformance extends PortConformance<Carrier> {
  private static final OrderId ORDER = new OrderId("SO-1");
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);
  private static final ReturnId R1 = ReturnId.of(ORDER, 1);
  private static final double A_DAY_IN_A_SECOND = 86_400;
  private static final double A_DAY_IN_TEN_SECONDS = 8_640;
  private static final String STREET = "1 Mill Lane";
  private static final WarehouseId EAST = new WarehouseId("EAST");
  private static final List<Parcel> PARCELS = List.of(new Parcel(new ProductId("BOLT"), 4));

  /**
   * Parts of method and path of the requests that make, hold, release, cancel and take back, and
   * that do not take back after all.
   */
  protected record Requests(
      String ship, String hold, String release, String cancel, String back, String withdraw) {}

  protected abstract Requests requests();

  protected static Consignment consignment(ShipmentId id, String street, String country) {
    return new Consignment(
        id,
        ORDER,
        EAST,
        new Address("Goods inward", street, "Riverton", null, null, country),
        null,
        PARCELS);
  }

  @Override
  protected List<Write<Carrier>> writes() {
    return List.of(
        new Write<>(
            "request", requests().ship(), it -> it.requestShipment(consignment(S1, STREET, "NL"))),
        new Write<>("hold", requests().hold(), it -> it.holdShipment(S1)),
        new Write<>("release", requests().release(), it -> it.releaseShipment(S1)),
        new Write<>(
            "expect a return",
            requests().back(),
            it -> it.expectReturn(new ExpectedReturn(R1, S1, EAST, PARCELS))),
        new Write<>("withdraw it", requests().withdraw(), it -> it.withdrawReturn(R1)),
        new Write<>("cancel", requests().cancel(), it -> it.cancelShipment(S1)));
  }

  @Override
  protected List<Write<Carrier>> reads() {
    return List.of(
        new Write<>("track", "", it -> it.track(S1)),
        new Write<>("track a return", "", it -> it.trackReturn(R1)),
        new Write<>("request", "", it -> it.requestShipment(consignment(S1, STREET, "NL"))));
  }

  /** Time passes meanwhile: how far a shipment has come is no effect of ours. */
  @Override
  protected String effects() {
    var carrier = simulators.books().path("carrier");
    var status = carrier.path("shipments").path(S1.value()).path("status").asString("");
    return carrier.path("shipments").size()
        + " shipments, "
        + (status.equals("Cancelled") || status.equals("OnHold") ? status : "going")
        + ", "
        + carrier.path("returns").size()
        + " returns, "
        + carrier.path("returns").path(R1.value()).path("status").asString("");
  }

  @Override
  protected List<String> personal() {
    return List.of(STREET, "Goods inward");
  }

  private void request(String street) {
    assertThat(port.requestShipment(consignment(S1, street, "NL"))).isInstanceOf(Answer.Done.class);
  }

  private List<Kind> tracked() {
    return port.track(S1) instanceof Answer.Done(Optional<CarrierTracking.Tracking> found)
        ? found.orElseThrow().updates().stream().map(ShipmentUpdate::kind).toList()
        : List.of();
  }

  private void awaitTracked(Kind kind) {
    awaitTracked(kind, 1);
  }

  private void awaitTracked(Kind kind, int times) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Collections.frequency(tracked(), kind) >= times);
  }

  @Test
  void anAddressItCannotDeliverToIsRefusedWithItsField() {
    assertThat(port.requestShipment(consignment(S1, STREET, "Atlantis")))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> {
              var finding = (Finding) refused.findings().getFirst();
              assertThat(finding.cause()).isEqualTo(Cause.ADDRESS_REJECTED);
              assertThat(finding.values().get("field")).contains("address");
            });
  }

  @Test
  void whatItNeverHeardOfIsCancelledAndCannotBeHeldOrTracked() {
    var unknown = ShipmentId.of(ORDER, 9);

    assertThat(port.cancelShipment(unknown)).isEqualTo(new Answer.Done<>(Cancellation.CANCELLED));
    assertThat(port.holdShipment(unknown)).isEqualTo(new Answer.Done<>(Hold.TOO_LATE));
    assertThat(port.releaseShipment(unknown)).isEqualTo(new Answer.Done<>(false));
    assertThat(port.track(unknown)).isEqualTo(new Answer.Done<>(Optional.empty()));
    assertThat(port.expectReturn(new ExpectedReturn(ReturnId.of(ORDER, 9), unknown, EAST, PARCELS)))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void whatIsHeldStaysUntilItIsReleased() {
    start(A_DAY_IN_TEN_SECONDS);
    request(STREET);
    assertThat(port.holdShipment(S1)).isEqualTo(new Answer.Done<>(Hold.HELD));
    assertThat(tracked()).contains(Kind.ON_HOLD);

    assertThat(port.releaseShipment(S1)).isEqualTo(new Answer.Done<>(true));

    awaitTracked(Kind.SHIPPED);
  }

  @Test
  void whatHasLeftCannotBeCancelledOrHeld() {
    start(A_DAY_IN_A_SECOND);
    request(STREET);
    awaitTracked(Kind.SHIPPED);

    assertThat(port.cancelShipment(S1)).isEqualTo(new Answer.Done<>(Cancellation.TOO_LATE));
    assertThat(port.holdShipment(S1)).isEqualTo(new Answer.Done<>(Hold.TOO_LATE));
  }

  @Test
  void askedItTellsHowFarAShipmentHasComeWhoCarriesItAndWhatLeftInWhichParcel() {
    start(A_DAY_IN_A_SECOND);
    simulators.mispack(S1.value(), "BOLT", 3);
    simulators.split(S1.value(), "BOLT", 2);
    request(STREET);
    awaitTracked(Kind.DELIVERED, 2);

    var updates = ((Answer.Done<Optional<CarrierTracking.Tracking>>) port.track(S1)).value();
    assertThat(updates.orElseThrow().updates())
        .filteredOn(it -> it.kind() == Kind.SHIPPED)
        .hasSize(2)
        .allSatisfy(
            it -> {
              assertThat(it.shipmentId()).isEqualTo(S1);
              assertThat(it.carrier()).isNotBlank();
              assertThat(it.trackingNumber()).isNotBlank();
              assertThat(it.parcels())
                  .as("all parcels that left, each with an id of its own")
                  .extracting(CountedParcel::units)
                  .containsExactly(
                      List.of(new CountedUnits(new ProductId("BOLT"), 1)),
                      List.of(new CountedUnits(new ProductId("BOLT"), 2)));
              assertThat(it.parcels())
                  .extracting(CountedParcel::parcelId)
                  .doesNotHaveDuplicates()
                  .noneMatch(String::isEmpty);
            });
    var ids = parcels(updates.orElseThrow());
    assertThat(updates.orElseThrow().updates())
        .as("of which parcel it tells, where it arrives")
        .filteredOn(it -> it.kind() == Kind.DELIVERED)
        .extracting(ShipmentUpdate::parcelId)
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  private static List<String> parcels(CarrierTracking.Tracking tracking) {
    return tracking.updates().stream()
        .flatMap(it -> it.parcels().stream())
        .map(CountedParcel::parcelId)
        .distinct()
        .toList();
  }

  @Test
  void whatNobodyTakesIsToldToComeBack() {
    start(A_DAY_IN_A_SECOND);
    request("3 Nobody's Lane");

    awaitTracked(Kind.RETURNED_TO_SENDER);
  }

  @Test
  void whatComesBackIsToldWithWhatWasFoundOfIt() {
    start(A_DAY_IN_A_SECOND);
    request("7 Crack Lane");
    awaitTracked(Kind.SHIPPED);
    assertThat(port.expectReturn(new ExpectedReturn(R1, S1, EAST, PARCELS)))
        .isInstanceOf(Answer.Done.class);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> back().stream().anyMatch(it -> it.kind() == ReturnUpdate.Kind.INSPECTED));

    assertThat(back())
        .filteredOn(it -> it.kind() == ReturnUpdate.Kind.INSPECTED)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.returnId()).isEqualTo(R1);
              assertThat(it.goods())
                  .containsExactly(new ReturnUpdate.Goods(new ProductId("BOLT"), 3, 1));
            });
    assertThat(back()).anyMatch(it -> it.kind() == ReturnUpdate.Kind.RECEIVED);
    assertThat(port.withdrawReturn(R1)).as("it has come").isEqualTo(new Answer.Done<>(true));
  }

  private List<ReturnUpdate> back() {
    return port.trackReturn(R1) instanceof Answer.Done(Optional<CarrierReturns.Progress> found)
        ? found.orElseThrow().updates()
        : List.of();
  }

  @Test
  void aReturnThatNobodyAnnouncedIsNotThere() {
    assertThat(port.trackReturn(R1)).isEqualTo(new Answer.Done<>(Optional.empty()));
    assertThat(port.withdrawReturn(R1)).isEqualTo(new Answer.Done<>(false));
  }
}
