package io.throughline.simulators.shipbob;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** An order as the provider calls it: what leaves one of its warehouses at once. */
final class Shipment {
  final String id;
  final Entry.OrderTaken taken;
  final Map<Milestone, Instant> milestones = new EnumMap<>(Milestone.class);
  boolean cancelled;

  Shipment(String id, Entry.OrderTaken taken) {
    this.id = id;
    this.taken = taken;
  }

  String status() {
    if (cancelled) {
      return "Cancelled";
    }
    var status = "Processing";
    for (var milestone : milestones.keySet()) {
      status = milestone.status;
    }
    return status;
  }

  String trackingNumber() {
    return "1Z" + taken.reference().replaceAll("\\W", "");
  }
}
