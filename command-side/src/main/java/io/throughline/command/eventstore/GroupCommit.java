package io.throughline.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many commands' events, written with one statement and one commit. */
final class GroupCommit {
  /** The channel on which every node hears that the log has grown. */
  static final String CHANNEL = "throughline_log";

  private static final String LOCK_HEAD =
      "select global_index, hash, recorded_at from event_head where id = 1 for update";
  private static final String INSERT =
      """
      insert into events (global_index, aggregate_type, aggregate_id, sequence, event_id, wire_name, payload, metadata,
                          occurred_at, recorded_at, hash)
      select * from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::bytea[], ?::bytea[],
                           ?::timestamptz[], ?::timestamptz[], ?::bytea[])
      """;
  private static final String MOVE_HEAD =
      "with moved as (update event_head set global_index = ?, hash = ?, recorded_at = ? where id ="
          + " 1) select pg_notify('"
          + CHANNEL
          + "', '')";
  private static final String LAST_SEQUENCES =
      """
      select a.type || '/' || a.id, coalesce((select max(e.sequence) from events e
                                              where e.aggregate_type = a.type and e.aggregate_id = a.id), -1)
      from unnest(?::text[], ?::text[]) as a(type, id)
      """;

  private record Head(long globalIndex, byte[] hash, Instant recordedAt) {}

  private final List<Row> rows = new ArrayList<>();
  private final List<byte[]> digests = new ArrayList<>();

  private GroupCommit() {}

  static GroupCommit of(List<Append> appends) {
    var group = new GroupCommit();
    for (var append : appends) {
      group.rows.addAll(append.rows());
      group.digests.addAll(append.digests());
    }
    return group;
  }

  /**
   * @throws SQLException 23505 if a sequence number or an event id is taken; nothing is written
   *     then
   */
  void write(Connection connection) throws SQLException {
    if (rows.isEmpty()) {
      connection.commit();
      return;
    }
    var head = lockHead(connection);
    var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var recordedAt = now.isBefore(head.recordedAt()) ? head.recordedAt() : now;
    var hashes = new byte[rows.size()][];
    var hash = head.hash();
    for (var i = 0; i < rows.size(); i++) {
      hash = Row.link(hash, head.globalIndex() + i + 1, recordedAt, digests.get(i));
      hashes[i] = hash;
    }
    insert(connection, head.globalIndex(), recordedAt, hashes);
    moveHead(connection, new Head(head.globalIndex() + rows.size(), hash, recordedAt));
    connection.commit();
  }

  /** Nobody else appends until the transaction ends. */
  static Head lockHead(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(LOCK_HEAD);
        var result = statement.executeQuery()) {
      if (!result.next()) {
        throw new SQLException("The table event_head has lost its row: restore the database.");
      }
      return new Head(result.getLong(1), result.getBytes(2), result.getTimestamp(3).toInstant());
    }
  }

  static Map<String, Long> lastSequences(Connection connection, List<Append> appends)
      throws SQLException {
    var aggregates = appends.stream().flatMap(append -> append.rows().stream()).toList();
    var last = new HashMap<String, Long>();
    try (var statement = connection.prepareStatement(LAST_SEQUENCES)) {
      statement.setArray(
          1,
          connection.createArrayOf("text", aggregates.stream().map(Row::aggregateType).toArray()));
      statement.setArray(
          2, connection.createArrayOf("text", aggregates.stream().map(Row::aggregateId).toArray()));
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          last.put(result.getString(1), result.getLong(2));
        }
      }
    }
    return last;
  }

  private void insert(Connection connection, long headIndex, Instant recordedAt, byte[][] hashes)
      throws SQLException {
    var count = rows.size();
    var indexes = new Long[count];
    var recorded = new Timestamp[count];
    for (var i = 0; i < count; i++) {
      indexes[i] = headIndex + i + 1;
      recorded[i] = Timestamp.from(recordedAt);
    }
    try (var statement = connection.prepareStatement(INSERT)) {
      statement.setArray(1, connection.createArrayOf("int8", indexes));
      statement.setArray(
          2, connection.createArrayOf("text", rows.stream().map(Row::aggregateType).toArray()));
      statement.setArray(
          3, connection.createArrayOf("text", rows.stream().map(Row::aggregateId).toArray()));
      statement.setArray(
          4, connection.createArrayOf("int8", rows.stream().map(Row::sequence).toArray()));
      statement.setArray(
          5, connection.createArrayOf("uuid", rows.stream().map(Row::eventId).toArray()));
      statement.setArray(
          6, connection.createArrayOf("text", rows.stream().map(Row::wireName).toArray()));
      statement.setArray(
          7,
          connection.createArrayOf(
              "bytea", rows.stream().map(Row::payload).toArray(byte[][]::new)));
      statement.setArray(
          8,
          connection.createArrayOf(
              "bytea", rows.stream().map(Row::metadata).toArray(byte[][]::new)));
      statement.setArray(
          9,
          connection.createArrayOf(
              "timestamptz", rows.stream().map(row -> Timestamp.from(row.occurredAt())).toArray()));
      statement.setArray(10, connection.createArrayOf("timestamptz", recorded));
      statement.setArray(11, connection.createArrayOf("bytea", hashes));
      statement.executeUpdate();
    }
  }

  private static void moveHead(Connection connection, Head head) throws SQLException {
    try (var statement = connection.prepareStatement(MOVE_HEAD)) {
      statement.setLong(1, head.globalIndex());
      statement.setBytes(2, head.hash());
      statement.setTimestamp(3, Timestamp.from(head.recordedAt()));
      statement.executeQuery().close();
    }
  }
}
