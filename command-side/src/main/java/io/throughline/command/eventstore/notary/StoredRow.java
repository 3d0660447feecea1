package io.throughline.command.eventstore.notary;

import io.throughline.kernel.proof.LoggedEvent;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * An event as the database holds it, which need not be as it was written.
 *
 * @param hash that the database has for it
 * @param whole whether no column is null; those that are, are zero or empty here
 */
public record StoredRow(LoggedEvent event, byte[] hash, boolean whole) {
  static final String COLUMNS =
      "global_index::bigint, recorded_at::timestamptz, aggregate_type::text, aggregate_id::text,"
          + " sequence::bigint, event_id::uuid, wire_name::text, payload::bytea, metadata::bytea,"
          + " occurred_at::timestamptz, hash::bytea";

  static final int FIELDS = 11;

  /** PostgreSQL counts from 2000. */
  private static final long MICROS_UP_TO_2000 = 946_684_800_000_000L;

  static StoredRow of(CopyRows row) {
    var event =
        new LoggedEvent(
            row.number(0),
            row.number(1) + MICROS_UP_TO_2000,
            row.text(2),
            row.text(3),
            row.number(4),
            new UUID(row.high(5), row.low(5)),
            row.text(6),
            row.bytes(7),
            row.bytes(8),
            row.number(9) + MICROS_UP_TO_2000); // "infinity" goes round, to no time there is
    var whole = IntStream.range(0, FIELDS).noneMatch(row::isNull);
    return new StoredRow(event, row.bytes(10), whole);
  }
}
