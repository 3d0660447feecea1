package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.EAST;
import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.CancelFulfilment;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.Role;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.CancelShipment;
import io.throughline.kernel.fulfilment.Step.CloseSalesOrder;
import io.throughline.kernel.fulfilment.Step.CreateSalesOrder;
import io.throughline.kernel.fulfilment.Step.ValidateOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LateArrivalsTest {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final CancelShipment STOP = new CancelShipment(ShipmentId.of(ORDER, 1));

  private final World world = World.started();

  private static LateArrivals at(Duration after, double rate) {
    var clock = new BusinessClock(Clock.fixed(AT.plus(after), ZoneOffset.UTC), AT, AT, rate);
    return new LateArrivals(clock, LONGEST);
  }

  private static LateArrivals at(Duration after) {
    return at(after, 1);
  }

  private void cancel() {
    world.send(new CancelFulfilment(ORDER, "Ordered twice", AT));
  }

  @Test
  void anOrderThatTheErpMayStillBeAtIsNotClosedBeforeItCannotArriveAnyMore() {
    world.answer(new ValidateOrder()).parked(new CreateSalesOrder(), Cause.ERP_UNAVAILABLE);
    cancel();
    assertThat(world.pending()).containsExactly(new CloseSalesOrder());

    assertThat(at(Duration.ofMinutes(5)).atErp(world.state())).contains(Duration.ofMinutes(10));
    assertThat(at(LONGEST).atErp(world.state())).isEmpty();
  }

  @Test
  void aDefiniteNoNeedsNoWaiting() {
    world.answer(new ValidateOrder()).parked(new CreateSalesOrder(), Cause.ERP_REFUSED);
    cancel();

    assertThat(at(Duration.ZERO).atErp(world.state())).isEmpty();
  }

  @Test
  void aShipmentThatTheProviderMayStillBeAtIsNotStoppedBefore() {
    world.answer(new ValidateOrder()).answer(new CreateSalesOrder());
    world.allocated(World.allOf(EAST));
    world.parked(
        world.pending().stream().filter(Step.RequestShipment.class::isInstance).findAny().get(),
        Cause.CARRIER_UNAVAILABLE);
    cancel();

    assertThat(at(Duration.ofMinutes(1)).atCarrier(world.state(), STOP))
        .contains(Duration.ofMinutes(14));
    assertThat(at(Duration.ofMinutes(1)).atErp(world.state())).isEmpty();
    assertThat(at(LONGEST).atCarrier(world.state(), STOP)).isEmpty();
  }

  @Test
  void itIsWallTimeForTheyAreMachines() {
    world.answer(new ValidateOrder()).parked(new CreateSalesOrder(), Cause.ERP_UNAVAILABLE);
    cancel();

    assertThat(at(Duration.ofMinutes(5), 60).atErp(world.state()))
        .as("an hour of business passes in a minute")
        .contains(Duration.ofHours(10));
  }

  @Test
  void whatWasAskedAgainAndAnsweredMayStillBeRunningFromBefore() {
    world.answer(new ValidateOrder()).parked(new CreateSalesOrder(), Cause.ERP_UNAVAILABLE);
    world.send(
        new ApplyRemedy(
            ExceptionId.of(ORDER, 1),
            Remedy.RETRY,
            Map.of(),
            "user-7",
            Set.of(Role.OPERATIONS),
            AT));
    world.answer(new CreateSalesOrder());
    cancel();

    assertThat(at(Duration.ofMinutes(5)).atErp(world.state())).contains(Duration.ofMinutes(10));
  }
}
