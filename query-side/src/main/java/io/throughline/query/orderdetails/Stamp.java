package io.throughline.query.orderdetails;

import java.time.Instant;
import java.util.List;

/**
 * The event that last stated some fields of an order.
 *
 * @param wireName which event it is
 * @param at when it happened (business time, UTC)
 * @param fields by their names in GraphQL; those of the money as {@code money.paid}
 */
public record Stamp(String eventId, String wireName, Instant at, List<String> fields) {}
