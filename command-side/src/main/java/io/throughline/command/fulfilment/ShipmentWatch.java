package io.throughline.command.fulfilment;

import io.throughline.command.logistics.MilestonePatience;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a shipment is waited for, and from when on that takes too long. Pure. */
final class ShipmentWatch {
  private ShipmentWatch() {}

  /** Null if there is nothing to wait for any more. */
  static @Nullable AwaitedMilestone next(Shipment shipment) {
    if (!shipment.isActive() || shipment.isDelivered()) {
      return null;
    }
    return shipment.hasLeft() ? AwaitedMilestone.DELIVERED : AwaitedMilestone.SHIPPED;
  }

  /** When the milestone before it was reached (business time). */
  static Instant since(Shipment shipment, AwaitedMilestone awaited) {
    var milestones = shipment.milestones();
    var asked = Objects.requireNonNull(milestones.get(Shipment.Stage.ASKED));
    var taken = milestones.getOrDefault(Shipment.Stage.TAKEN, asked);
    return switch (awaited) {
      case SHIPPED -> taken;
      case DELIVERED -> milestones.getOrDefault(Shipment.Stage.SHIPPED, taken);
    };
  }

  static Instant overdueAt(
      Shipment shipment, AwaitedMilestone awaited, MilestonePatience patience) {
    return patience.overdueAt(awaited, since(shipment, awaited));
  }
}
