package io.throughline.command.fulfilment;

import io.throughline.command.logistics.CarrierTracking.Tracking;
import io.throughline.command.logistics.ShipmentUpdate;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Cause;
import java.util.List;
import java.util.Optional;

/** Why a milestone does not come, from all that was told and found about its shipment. Pure. */
final class Obstacles {
  private Obstacles() {}

  static Cause of(
      AwaitedMilestone awaited, Shipment shipment, ShipmentWay way, Optional<Tracking> found) {
    if (found.isEmpty()) {
      return Cause.SHIPMENT_UNKNOWN;
    }
    var updates = found.get().updates();
    return switch (awaited) {
      case SHIPPED -> {
        if (has(updates, Kind.ON_HOLD)) {
          yield Cause.CARRIER_HOLD;
        }
        yield shipment.reached(Shipment.Stage.PICKED) || has(updates, Kind.PICKED)
            ? Cause.CUT_OFF_MISSED
            : Cause.WEBHOOK_MISSING;
      }
      case DELIVERED -> {
        if (way.damaged() || has(updates, Kind.DAMAGED)) {
          yield Cause.DAMAGED_IN_TRANSIT;
        }
        if (way.returned() || has(updates, Kind.RETURNED_TO_SENDER)) {
          yield Cause.RETURNED_TO_SENDER;
        }
        if (way.outForDelivery() || has(updates, Kind.OUT_FOR_DELIVERY)) {
          yield Cause.DELIVERY_UNCONFIRMED;
        }
        yield !shipment.delays().isEmpty() || has(updates, Kind.DELAYED)
            ? Cause.CARRIER_EXCEPTION
            : Cause.CARRIER_LOST;
      }
    };
  }

  /** Whether asking again is of no use: the goods will not come by themselves. */
  static boolean isForAPerson(Cause cause) {
    return cause == Cause.SHIPMENT_UNKNOWN
        || cause == Cause.DAMAGED_IN_TRANSIT
        || cause == Cause.RETURNED_TO_SENDER;
  }

  private static boolean has(List<ShipmentUpdate> updates, Kind kind) {
    return updates.stream().anyMatch(update -> update.kind() == kind);
  }
}
