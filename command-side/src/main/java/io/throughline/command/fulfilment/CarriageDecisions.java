package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.NoteOverdue;
import io.throughline.command.fulfilment.FulfilmentCommand.ResumeShipping;
import io.throughline.command.fulfilment.FulfilmentCommand.SuspendShipping;
import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.kernel.event.CarriageEvent.MilestoneOverdue;
import io.throughline.kernel.event.CarriageEvent.ShippingResumed;
import io.throughline.kernel.event.CarriageEvent.ShippingSuspended;
import io.throughline.kernel.event.FulfilmentEvent;
import java.util.List;

/** What commands about the shipments' way make happen. Pure. */
final class CarriageDecisions {
  private CarriageDecisions() {}

  /** A deadline that has lost its meaning since it was set does nothing. */
  static List<FulfilmentEvent> overdue(FulfilmentState state, NoteOverdue note) {
    var isLate =
        state.phase() == Phase.RUNNING
            && !state.carriage().of(note.shipmentId()).late().contains(note.awaited())
            && state
                .shipments()
                .find(note.shipmentId())
                .filter(Shipment::isActive)
                .filter(it -> !CarriageDueSteps.isReached(it, note.awaited()))
                .isPresent();
    return isLate
        ? List.of(
            new MilestoneOverdue(
                state.orderId(),
                state.customerId(),
                note.shipmentId(),
                note.awaited(),
                note.since(),
                note.at()))
        : List.of();
  }

  static List<FulfilmentEvent> suspended(FulfilmentState state, SuspendShipping suspend) {
    return state.hasEnded() || state.carriage().suspended()
        ? List.of()
        : List.of(
            new ShippingSuspended(
                state.orderId(), state.customerId(), suspend.reason(), suspend.at()));
  }

  static List<FulfilmentEvent> resumed(FulfilmentState state, ResumeShipping resume) {
    return state.carriage().suspended()
        ? List.of(new ShippingResumed(state.orderId(), state.customerId(), resume.at()))
        : List.of();
  }
}
