package io.throughline.simulators.depot;

import java.time.Duration;

/** What a shipment passes on its way, in this order. */
public enum Milestone {
  PICKED(Duration.ofHours(2)),
  SHIPPED(Duration.ofHours(6)),
  /** The second parcel of a shipment that leaves in two. */
  REST_SHIPPED(Duration.ofHours(12)),
  /** The carrier met an obstacle. Only where the shipment's fate has one. */
  EXCEPTION(Duration.ofHours(30)),
  OUT_FOR_DELIVERY(Duration.ofHours(45)),
  DELIVERED(Duration.ofDays(2)),
  /** The second parcel arrives, whatever becomes of the first. */
  REST_DELIVERED(Duration.ofHours(60)),
  /** Nobody took it. Instead of being delivered. */
  RETURNED(Duration.ofDays(4)),
  /** The carrier broke it. Instead of being delivered. */
  DAMAGED(Duration.ofHours(40));

  /** From the request (business time), had it never been on hold. */
  final Duration after;

  Milestone(Duration after) {
    this.after = after;
  }

  /** Whether the goods are still in the warehouse when it comes. */
  boolean isInside() {
    return this == PICKED || this == SHIPPED;
  }

  /** Whether it is of a second parcel alone. */
  public boolean isOfTheRest() {
    return this == REST_SHIPPED || this == REST_DELIVERED;
  }
}
