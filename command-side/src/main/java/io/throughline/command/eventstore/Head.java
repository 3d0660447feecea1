package io.throughline.command.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The end of the log, as last seen. Whoever appends states it, and appends only if it is the end
 * still.
 *
 * @param hash of the last event
 * @param recordedAt wall time (UTC) of the last group, to the microsecond
 * @param epoch raised by whoever takes over after a broken connection, so that what was sent
 *     through that connection and is still under way comes too late
 */
record Head(long globalIndex, byte[] hash, Instant recordedAt, long epoch) {
  static final String COLUMNS = "global_index, hash, recorded_at, epoch";

  static Head of(ResultSet row) throws SQLException {
    if (!row.next()) {
      throw new SQLException("The table event_head has lost its row: restore the database.");
    }
    return new Head(
        row.getLong(1), row.getBytes(2), row.getTimestamp(3).toInstant(), row.getLong(4));
  }

  /** When a group is recorded that is written at {@code now}: a clock set back does not go back. */
  Instant next(Instant now) {
    var micros = now.truncatedTo(ChronoUnit.MICROS);
    return micros.isBefore(recordedAt) ? recordedAt : micros;
  }
}
