package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.Steps.StepState.Status;
import io.throughline.kernel.event.CarriageEvent.ShipmentChecked;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Milestones that somebody waits for because they are overdue. Pure. */
final class AwaitedMilestones {
  private AwaitedMilestones() {}

  /**
   * Whoever waits for a milestone that has come waits no longer, be it a step or a person.
   *
   * @param at when it came (business time, UTC)
   */
  static List<ShipmentChecked> met(
      FulfilmentState state, Shipment shipment, Predicate<AwaitedMilestone> hasCome, Instant at) {
    var met = new ArrayList<ShipmentChecked>();
    for (var awaited : AwaitedMilestone.values()) {
      var step = state.idOf(new Step.CheckShipment(shipment.id(), awaited));
      var waits =
          state
              .steps()
              .find(step)
              .filter(it -> it.status() == Status.PENDING || it.status() == Status.PARKED)
              .isPresent();
      if (waits && hasCome.test(awaited)) {
        met.add(
            new ShipmentChecked(
                state.orderId(),
                state.customerId(),
                step,
                shipment.id(),
                awaited,
                state.exceptions().about(step),
                at));
      }
    }
    return met;
  }
}
