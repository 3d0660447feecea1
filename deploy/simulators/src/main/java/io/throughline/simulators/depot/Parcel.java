package io.throughline.simulators.depot;

import java.time.Instant;
import java.util.Map;

/**
 * One of the parcels in which a shipment has left.
 *
 * @param id the depot's own
 * @param goods units by product
 * @param way what it has passed so far, in that order, with business times (UTC)
 */
public record Parcel(
    String id, String trackingNumber, Map<String, Integer> goods, Map<Milestone, Instant> way) {

  /** When it left. */
  public Instant at() {
    return way.entrySet().stream()
        .filter(it -> it.getKey() == Milestone.SHIPPED || it.getKey() == Milestone.REST_SHIPPED)
        .findFirst()
        .orElseThrow()
        .getValue();
  }
}
