package io.throughline.command.fulfilment;

import io.throughline.kernel.LineId;
import java.util.function.ToIntFunction;

/**
 * Goods that the carrier brings back without having delivered them. Somebody has to ask for their
 * return; once they are taken back, the order has nothing to wait for of them. Pure.
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
    return !shipment.isDelivered() && state.carriage().of(shipment.id()).returned();
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
                        .mapToInt(it -> it.quantityOf(line.lineId()))
                        .sum());
  }
}
