package io.throughline.command.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/**
 * A group of appends as one statement: it moves the head if the head is still where we think, and
 * only then inserts the events and the answers. Sent by itself it is its own transaction, one round
 * trip and one flush for the whole group.
 */
final class GroupCommit {
  /** The channel on which every node hears that the log has grown. */
  static final String CHANNEL = "throughline_log";

  private static final String STATEMENT =
      """
      with moved as (
        update event_head set global_index = ?, hash = ?, recorded_at = ?
        where id = 1 and global_index = ? and hash = ? and epoch = ?
        returning recorded_at),
      events_stored as (
        insert into events (global_index, aggregate_type, aggregate_id, sequence, event_id, wire_name, payload,
                            metadata, occurred_at, recorded_at, hash)
        select e.i, e.type, e.id, e.seq, e.event::uuid, e.name, e.payload, e.meta,
               timestamptz 'epoch' + e.occurred * interval '1 microsecond', m.recorded_at, e.hash
        from moved m, unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bytea[],
                             ?::bytea[], ?::bigint[], ?::bytea[])
                      as e (i, type, id, seq, event, name, payload, meta, occurred, hash)),
      answers_kept as (
        insert into idempotency_keys (actor, idempotency_key, fingerprint, status, location, content_type, body,
                                      answered_at)
        select a.actor, a.key, a.print, a.status, a.location, a.type, a.body,
               timestamptz 'epoch' + a.at * interval '1 microsecond'
        from moved m, unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::bytea[], ?::bigint[])
                      as a (actor, key, print, status, location, type, body, at))
      select pg_notify('%s', '') from moved
      """
          .formatted(CHANNEL);

  private final List<Append> appends;

  GroupCommit(List<Append> appends) {
    this.appends = appends;
  }

  /**
   * Runs the statement; without a transaction it is committed when this returns.
   *
   * @param now wall time (UTC)
   * @return where the head is now, or {@code head} itself if it was no longer there and nothing was
   *     written
   * @throws SQLException 23505 if a sequence number or a key is taken; nothing is written then
   */
  Head write(Connection connection, Head head, Instant now) throws SQLException {
    var events = new EventColumns(appends, head, head.next(now));
    try (var statement = connection.prepareStatement(STATEMENT)) {
      var end = events.end();
      statement.setLong(1, end.globalIndex());
      statement.setBytes(2, end.hash());
      statement.setTimestamp(3, Timestamp.from(end.recordedAt()));
      statement.setLong(4, head.globalIndex());
      statement.setBytes(5, head.hash());
      statement.setLong(6, head.epoch());
      events.bind(statement, 7);
      new AnswerColumns(appends).bind(statement, 17);
      return moved(statement) ? end : head;
    }
  }

  private static boolean moved(PreparedStatement statement) throws SQLException {
    try (var result = statement.executeQuery()) {
      return result.next();
    }
  }
}
