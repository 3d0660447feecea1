package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.EAST;
import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.fulfilment.FulfilmentCommand.NoteOverdue;
import io.throughline.command.fulfilment.FulfilmentCommand.ResumeShipping;
import io.throughline.command.fulfilment.FulfilmentCommand.SuspendShipping;
import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.command.logistics.MilestonePatience;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.event.CarriageEvent.MilestoneOverdue;
import io.throughline.kernel.event.CarriageEvent.ShipmentChecked;
import io.throughline.kernel.event.CarriageEvent.ShipmentOutForDelivery;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of shipments that nobody tells of, that are held, and that come back. */
class CarriageProcessTest {
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);
  private static final Step CHECK_SHIPPED = new Step.CheckShipment(S1, AwaitedMilestone.SHIPPED);
  private static final Step CHECK_DELIVERED =
      new Step.CheckShipment(S1, AwaitedMilestone.DELIVERED);

  private final World world = World.started();

  /** One shipment from one warehouse, taken by the provider. */
  private World taken() {
    world.answer(new Step.ValidateOrder());
    world.answer(new Step.CreateSalesOrder());
    world.allocated(World.allOf(EAST));
    world.pending().stream()
        .filter(Step.RequestShipment.class::isInstance)
        .toList()
        .forEach(world::answer);
    return world;
  }

  private World overdue(AwaitedMilestone awaited) {
    return world.send(new NoteOverdue(ORDER, S1, awaited, AT, AT.plus(Duration.ofDays(2))));
  }

  @Test
  void anOverdueMilestoneIsAskedFor() {
    taken();

    overdue(AwaitedMilestone.SHIPPED);

    assertThat(world.pending()).contains(CHECK_SHIPPED);
    assertThat(world.all(MilestoneOverdue.class)).hasSize(1);
  }

  @Test
  void aDeadlineThatIsNotedTwiceOrComesTooLateDoesNothing() {
    taken();
    overdue(AwaitedMilestone.SHIPPED);
    overdue(AwaitedMilestone.SHIPPED);
    assertThat(world.all(MilestoneOverdue.class)).hasSize(1);

    world.told(1, Kind.DELIVERED);
    overdue(AwaitedMilestone.SHIPPED);
    overdue(AwaitedMilestone.DELIVERED);

    assertThat(world.all(MilestoneOverdue.class)).hasSize(1);
  }

  @Test
  void whatWasAskedForAndFoundIsRecordedAsIfItHadBeenTold() {
    taken();
    overdue(AwaitedMilestone.SHIPPED);

    world.told(1, Kind.SHIPPED);

    assertThat(world.all(ShipmentShipped.class)).hasSize(1);
    assertThat(world.all(ShipmentChecked.class)).hasSize(1);
    assertThat(world.pending()).doesNotContain(CHECK_SHIPPED);
  }

  @Test
  void aMessageThatComesAfterItWasAskedForChangesNothing() {
    taken();
    overdue(AwaitedMilestone.SHIPPED);
    world.told(1, Kind.SHIPPED);
    var before = world.events.size();

    world.told(1, Kind.SHIPPED);

    assertThat(world.events).hasSize(before);
  }

  @Test
  void aLaterMilestoneSettlesAnEarlierOne() {
    taken();
    overdue(AwaitedMilestone.SHIPPED);

    world.told(1, Kind.DELIVERED);

    assertThat(world.all(ShipmentChecked.class))
        .extracting(ShipmentChecked::awaited)
        .containsExactly(AwaitedMilestone.SHIPPED);
  }

  @Test
  void whatAPersonWaitedForAndComesAfterAllClosesTheException() {
    taken();
    overdue(AwaitedMilestone.SHIPPED);
    world.parked(CHECK_SHIPPED, Cause.WEBHOOK_MISSING);
    assertThat(world.state().exceptions().open()).hasSize(1);

    world.told(1, Kind.SHIPPED);

    assertThat(world.state().exceptions().open()).isEmpty();
    assertThat(world.all(ShipmentChecked.class).getFirst().closed())
        .containsExactly(ExceptionId.of(ORDER, 1));
    world.answerAll().told(1, Kind.DELIVERED).answerAll();
    assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);
  }

  @Test
  void whatComesBackIsLookedInto() {
    taken().told(1, Kind.SHIPPED);

    world.told(1, Kind.RETURNED_TO_SENDER);

    assertThat(world.pending()).contains(CHECK_DELIVERED);
  }

  @Test
  void onTheVanIsToldOnceAndNotAfterTheDelivery() {
    taken().told(1, Kind.OUT_FOR_DELIVERY).told(1, Kind.OUT_FOR_DELIVERY);
    world.told(1, Kind.DELIVERED).told(1, Kind.OUT_FOR_DELIVERY);

    assertThat(world.all(ShipmentOutForDelivery.class)).hasSize(1);
    assertThat(world.all(ShipmentDelivered.class)).hasSize(1);
  }

  @Test
  void suspendedShippingKeepsBackWhatWasAskedForAndAsksForNoMore() {
    taken();
    world.send(new SuspendShipping(ORDER, "The buyer asked to wait.", AT));
    assertThat(world.pending()).contains(new Step.HoldShipment(S1, 1));
    world.answer(new Step.HoldShipment(S1, 1));

    world.send(new ResumeShipping(ORDER, AT));
    assertThat(world.pending()).contains(new Step.ReleaseShipment(S1, 1));
    world.answer(new Step.ReleaseShipment(S1, 1));

    world.send(new SuspendShipping(ORDER, "Once more.", AT));
    assertThat(world.pending()).contains(new Step.HoldShipment(S1, 2));
  }

  @Test
  void aHoldThatIsAnsweredAfterShippingWasResumedIsReleasedAtOnce() {
    taken();
    world.send(new SuspendShipping(ORDER, "The buyer asked to wait.", AT));
    world.send(new ResumeShipping(ORDER, AT));
    assertThat(world.pending()).doesNotContain(new Step.ReleaseShipment(S1, 1));

    world.answer(new Step.HoldShipment(S1, 1));

    assertThat(world.pending()).contains(new Step.ReleaseShipment(S1, 1));
  }

  @Test
  void shippingThatIsSuspendedBeforeItBeganBeginsWhenItIsResumed() {
    world.answer(new Step.ValidateOrder());
    world.answer(new Step.CreateSalesOrder());
    world.send(new SuspendShipping(ORDER, "The buyer asked to wait.", AT));
    world.allocated(World.allOf(EAST));
    assertThat(world.pending()).noneMatch(Step.RequestShipment.class::isInstance);

    world.send(new ResumeShipping(ORDER, AT));

    assertThat(world.pending()).anyMatch(Step.RequestShipment.class::isInstance);
  }

  @Test
  void theWatchWakesWhenTheNextMilestoneIsOverdue() {
    taken();
    var shipment = world.state().shipments().find(S1).orElseThrow();
    assertThat(ShipmentWatch.next(shipment)).isEqualTo(AwaitedMilestone.SHIPPED);
    assertThat(ShipmentWatch.overdueAt(shipment, AwaitedMilestone.SHIPPED, MilestonePatience.USUAL))
        .isEqualTo(AT.plus(Duration.ofDays(2)));

    world.told(1, Kind.SHIPPED);
    assertThat(ShipmentWatch.next(world.state().shipments().find(S1).orElseThrow()))
        .isEqualTo(AwaitedMilestone.DELIVERED);

    world.told(1, Kind.DELIVERED);
    assertThat(ShipmentWatch.next(world.state().shipments().find(S1).orElseThrow())).isNull();
  }
}
