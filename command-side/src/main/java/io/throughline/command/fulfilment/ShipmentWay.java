package io.throughline.command.fulfilment;

import io.throughline.kernel.fulfilment.AwaitedMilestone;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * How one shipment fares with its provider.
 *
 * @param provider who took it; empty until somebody has
 * @param late milestones that are overdue, and asked for
 * @param holds when the provider said that it keeps it back
 * @param outForDelivery whether the carrier has it on the van
 * @param returned whether it comes back undelivered
 * @param damaged whether the carrier broke it
 * @param keptBack whether the provider keeps it back on our wish
 */
record ShipmentWay(
    String provider,
    Set<AwaitedMilestone> late,
    Set<Instant> holds,
    boolean outForDelivery,
    boolean returned,
    boolean damaged,
    boolean keptBack) {

  static final ShipmentWay UNKNOWN =
      new ShipmentWay("", Set.of(), Set.of(), false, false, false, false);

  ShipmentWay takenBy(String name) {
    return new ShipmentWay(name, late, holds, outForDelivery, returned, damaged, keptBack);
  }

  ShipmentWay overdue(AwaitedMilestone awaited) {
    var all = new HashSet<>(late);
    all.add(awaited);
    return withLate(all);
  }

  ShipmentWay inTime(AwaitedMilestone awaited) {
    var all = new HashSet<>(late);
    all.remove(awaited);
    return withLate(all);
  }

  private ShipmentWay withLate(Set<AwaitedMilestone> all) {
    return new ShipmentWay(
        provider, Set.copyOf(all), holds, outForDelivery, returned, damaged, keptBack);
  }

  ShipmentWay onHoldAt(Instant at) {
    var all = new HashSet<>(holds);
    all.add(at);
    return new ShipmentWay(
        provider, late, Set.copyOf(all), outForDelivery, returned, damaged, keptBack);
  }

  ShipmentWay onTheVan() {
    return new ShipmentWay(provider, late, holds, true, returned, damaged, keptBack);
  }

  ShipmentWay comingBack() {
    return new ShipmentWay(provider, late, holds, outForDelivery, true, damaged, keptBack);
  }

  ShipmentWay broken() {
    return new ShipmentWay(provider, late, holds, outForDelivery, returned, true, keptBack);
  }

  ShipmentWay keptBack(boolean kept) {
    return new ShipmentWay(provider, late, holds, outForDelivery, returned, damaged, kept);
  }
}
