package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.logistics.CarrierTracking.Tracking;
import io.throughline.command.logistics.ShipmentUpdate;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ObstaclesTest {
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);

  static Stream<Arguments> obstacles() {
    return Stream.of(
        of(AwaitedMilestone.SHIPPED, Cause.WEBHOOK_MISSING),
        of(AwaitedMilestone.SHIPPED, Cause.CUT_OFF_MISSED, Kind.PICKED),
        of(AwaitedMilestone.SHIPPED, Cause.CARRIER_HOLD, Kind.PICKED, Kind.ON_HOLD),
        of(AwaitedMilestone.DELIVERED, Cause.CARRIER_LOST),
        of(AwaitedMilestone.DELIVERED, Cause.CARRIER_EXCEPTION, Kind.DELAYED),
        of(
            AwaitedMilestone.DELIVERED,
            Cause.DELIVERY_UNCONFIRMED,
            Kind.DELAYED,
            Kind.OUT_FOR_DELIVERY),
        of(
            AwaitedMilestone.DELIVERED,
            Cause.RETURNED_TO_SENDER,
            Kind.OUT_FOR_DELIVERY,
            Kind.RETURNED_TO_SENDER),
        of(AwaitedMilestone.DELIVERED, Cause.DAMAGED_IN_TRANSIT, Kind.DELAYED, Kind.DAMAGED));
  }

  private static Arguments of(AwaitedMilestone awaited, Cause cause, Kind... told) {
    return Arguments.of(awaited, List.of(told), cause);
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void whatIsFoundByAskingSaysWhy(AwaitedMilestone awaited, List<Kind> found, Cause cause) {
    var state = taken().state();

    assertThat(Obstacles.of(awaited, shipment(state), way(state), tracking(found)))
        .isEqualTo(cause);
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void whatWasToldBeforeSaysTheSameIfItStillHolds(
      AwaitedMilestone awaited, List<Kind> told, Cause cause) {
    var world = taken();
    if (awaited == AwaitedMilestone.DELIVERED) {
      world.told(1, Kind.SHIPPED);
    }
    told.forEach(kind -> world.told(1, kind));
    var state = world.state();
    var stillHeld = told.stream().filter(kind -> kind == Kind.ON_HOLD).toList();

    assertThat(Obstacles.of(awaited, shipment(state), way(state), tracking(stillHeld)))
        .isEqualTo(cause);
  }

  @Test
  void aShipmentThatItsProviderDoesNotKnowAnyMoreIsForAPersonAtOnce() {
    var state = taken().state();
    for (var awaited : AwaitedMilestone.values()) {
      var cause = Obstacles.of(awaited, shipment(state), way(state), Optional.empty());

      assertThat(cause).isEqualTo(Cause.SHIPMENT_UNKNOWN);
      assertThat(Obstacles.isForAPerson(cause)).isTrue();
    }
  }

  @Test
  void whatBreaksOnItsWayIsLookedInto() {
    var world = taken().told(1, Kind.SHIPPED);

    world.told(1, Kind.DAMAGED);

    assertThat(world.pending()).contains(new Step.CheckShipment(S1, AwaitedMilestone.DELIVERED));
  }

  private static World taken() {
    var world = World.started().answer(new Step.ValidateOrder());
    world.answer(new Step.CreateSalesOrder()).answer(new Step.CheckAllocation(1));
    world.pending().stream().filter(Step.RequestShipment.class::isInstance).forEach(world::answer);
    return world;
  }

  private static Shipment shipment(FulfilmentState state) {
    return state.shipments().find(S1).orElseThrow();
  }

  private static ShipmentWay way(FulfilmentState state) {
    return state.carriage().of(S1);
  }

  private static Optional<Tracking> tracking(List<Kind> kinds) {
    return Optional.of(
        new Tracking(
            "Processing",
            kinds.stream()
                .map(kind -> new ShipmentUpdate("asked", S1, kind, null, null, null, AT))
                .toList()));
  }
}
