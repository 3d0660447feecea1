package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.ShipmentCount.Stage;
import io.throughline.command.fulfilment.Steps.StepState.Status;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.CarriageEvent;
import io.throughline.kernel.event.CarriageEvent.ParcelTracked;
import io.throughline.kernel.event.CarriageEvent.ParcelsCounted;
import io.throughline.kernel.event.CarriageEvent.ShipmentCountConfirmed;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.fulfilment.Step.ConfirmCount;
import io.throughline.kernel.fulfilment.StepId;

/**
 * What left a warehouse beside what it was asked to ship. Where they differ nothing of the shipment
 * is booked until a person has said what holds, or further parcels make it what was asked for.
 * Pure.
 */
final class Counts {
  private Counts() {}

  /** A count that differs is asked about anew, with what is known by now. */
  static FulfilmentState of(FulfilmentState state, CarriageEvent event) {
    return switch (event) {
      case ParcelsCounted told -> state.update(told.shipmentId(), it -> it.with(told.parcels()));
      case ParcelTracked told -> state.update(told.shipmentId(), it -> it.with(told));
      case ShipmentMiscounted counted ->
          asked(state, state.idOf(new ConfirmCount(counted.shipmentId())))
              .with(state.exceptions().without(counted.closed()))
              .update(counted.shipmentId(), it -> it.miscounted(counted));
      case ShipmentCountConfirmed settled ->
          state
              .with(state.exceptions().without(settled.closed()))
              .update(settled.shipmentId(), Shipment::countSettled);
      case CarriageEvent _ -> state; // not of its goods
    };
  }

  private static FulfilmentState asked(FulfilmentState state, StepId step) {
    return state.steps().isUnderWay(step) ? state : state.with(state.steps().as(step, Status.OPEN));
  }

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
