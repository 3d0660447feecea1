package io.throughline.simulators.depot;

import java.time.Instant;
import java.util.Map;

/**
 * One of the parcels in which a shipment has left.
 *
 * @param id the depot's own
 * @param milestone with which it left
 * @param goods units by product
 * @param at business time (UTC)
 */
public record Parcel(
    String id,
    String trackingNumber,
    Milestone milestone,
    Map<String, Integer> goods,
    Instant at) {}
