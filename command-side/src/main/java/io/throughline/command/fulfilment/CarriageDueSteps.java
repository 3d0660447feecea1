package io.throughline.command.fulfilment;

import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What should be asked of the providers about shipments that they have taken on: milestones that
 * are overdue, and to keep goods back or let them go.
 */
final class CarriageDueSteps {
  private CarriageDueSteps() {}

  static List<Step> of(FulfilmentState state) {
    var wanted = new ArrayList<Step>();
    state
        .shipments()
        .active()
        .filter(shipment -> shipment.reached(Shipment.Stage.TAKEN))
        .forEach(
            shipment -> {
              wanted.addAll(overdue(state, shipment));
              wanted.addAll(kept(state, shipment));
            });
    return wanted;
  }

  private static List<Step> overdue(FulfilmentState state, Shipment shipment) {
    return Arrays.stream(AwaitedMilestone.values())
        .filter(awaited -> isMissed(state.carriage().of(shipment.id()), shipment, awaited))
        .filter(awaited -> !isOfNoUse(state, shipment, awaited))
        .<Step>map(awaited -> new Step.CheckShipment(shipment.id(), awaited))
        .toList();
  }

  private static boolean isMissed(ShipmentWay way, Shipment shipment, AwaitedMilestone awaited) {
    return !isReached(shipment, awaited)
        && (way.late().contains(awaited)
            || (awaited == AwaitedMilestone.DELIVERED && (way.returned() || way.damaged())));
  }

  /** What comes back is taken back, and not waited for any more. */
  static boolean isOfNoUse(FulfilmentState state, Shipment shipment, AwaitedMilestone awaited) {
    return awaited == AwaitedMilestone.DELIVERED && Undelivered.isClaimed(shipment, state);
  }

  static boolean isReached(Shipment shipment, AwaitedMilestone awaited) {
    return switch (awaited) {
      case SHIPPED -> shipment.hasLeft();
      case DELIVERED -> shipment.isDelivered();
    };
  }

  private static List<Step> kept(FulfilmentState state, Shipment shipment) {
    var carriage = state.carriage();
    var occurrence = carriage.suspensions();
    if (shipment.hasLeft() || occurrence == 0) {
      return List.of();
    }
    if (carriage.suspended()) {
      return List.of(new Step.HoldShipment(shipment.id(), occurrence));
    }
    return carriage.of(shipment.id()).keptBack()
        ? List.of(new Step.ReleaseShipment(shipment.id(), occurrence))
        : List.of();
  }
}
