package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.ShipmentCount.Stage;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.fulfilment.Step.ConfirmCount;

/**
 * What left a warehouse beside what it was asked to ship. Where they differ nothing of the shipment
 * is booked until a person has said what holds. The first count that differs is the one that
 * counts: a provider may tell of the rest later, which whoever decides sees there. Pure.
 */
final class Counts {
  private Counts() {}

  /** Whether it is to be seen now what holds of a shipment that was miscounted. */
  static boolean isToBeConfirmed(FulfilmentState state, Shipment shipment) {
    var count = shipment.count();
    if (count == null || count.isSettled() || !shipment.hasLeft()) {
      return false;
    }
    return count.isOpen()
        || (CountChanges.of(state, shipment).isEmpty() && !CountChanges.isPending(state, count));
  }

  /** Whether nothing is known of it but what was asked for, or all is decided and done. */
  static boolean isSettled(Shipment shipment) {
    var count = shipment.count();
    return count == null || count.isSettled();
  }

  /** What somebody decided of a count. */
  static FulfilmentState mended(FulfilmentState state, RemedyApplied event) {
    var about = state.steps().find(event.stepId()).map(Steps.StepState::step);
    if (about.isEmpty() || !(about.get() instanceof ConfirmCount confirm)) {
      return state;
    }
    return state.update(
        confirm.shipmentId(),
        shipment ->
            switch (event.remedy()) {
              case ACCEPT_COUNT -> shipment.counted(Stage.ACCEPTED);
              case CLOSE_SHORT -> shipment.counted(Stage.CLOSED_SHORT);
              case DISMISS_COUNT -> shipment.counted(Stage.DISMISSED);
              default -> shipment;
            });
  }

  /** Units that were asked for of a line in a shipment, and did not leave. */
  static int missing(ShipmentCount count, LineQuantity ordered) {
    return count.lines().stream()
        .filter(it -> ordered.lineId().equals(it.lineId()))
        .mapToInt(it -> Math.max(0, it.asked() - it.counted()))
        .sum();
  }
}
