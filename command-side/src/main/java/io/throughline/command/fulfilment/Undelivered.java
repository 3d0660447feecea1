package io.throughline.command.fulfilment;

import io.throughline.kernel.LineId;
import io.throughline.kernel.fulfilment.ParcelState;
import java.util.function.ToIntFunction;

/**
 * Goods that the carrier brings back without having delivered them, be it in one of several
 * parcels. Somebody has to ask for their return; once they are taken back, the order has nothing to
 * wait for of them. Pure.
 */
final class Undelivered {
  private Undelivered() {}

  /** Whether a return is to take all of it back. */
  static boolean isClaimed(Shipment shipment, FulfilmentState state) {
    return comesBack(shipment, state) && isCovered(shipment, state, state.returns()::claimed);
  }

  /** Whether it is taken back for good. */
  static boolean isTakenBack(Shipment shipment, FulfilmentState state) {
    return comesBack(shipment, state) && isCovered(shipment, state, state.returns()::takenBack);
  }

  private static boolean comesBack(Shipment shipment, FulfilmentState state) {
    return !shipment.isDelivered()
        && state.carriage().of(shipment.id()).returned()
        && (shipment.parcels().tracked().isEmpty() || !DeliveryTurn.isUnderWay(state, shipment));
  }

  private static boolean isCovered(
      Shipment shipment, FulfilmentState state, ToIntFunction<LineId> back) {
    return shipment.lines().stream()
        .allMatch(
            line ->
                back.applyAsInt(line.lineId())
                    >= state
                        .shipments()
                        .active()
                        .filter(it -> comesBack(it, state))
                        .mapToInt(it -> notDelivered(it, line.lineId(), state))
                        .sum());
  }

  /** Without what arrived in parcels of its own. */
  private static int notDelivered(Shipment shipment, LineId line, FulfilmentState state) {
    var arrived = shipment.parcels().units(ParcelState.DELIVERED);
    return ParcelTurn.compared(state, shipment, arrived).stream()
        .filter(it -> line.equals(it.lineId()))
        .mapToInt(it -> Math.max(0, it.asked() - it.counted()))
        .sum();
  }
}
