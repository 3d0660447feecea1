package io.throughline.command.eventstore.notary;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The log's tables, read as they are: of what stands there nothing is believed. However long the
 * log, a few rows at a time are held.
 */
public final class StoredLog {
  /** Events that PostgreSQL is asked for at a time: few enough that it never sorts them on disk. */
  private static final long PAGE = 20_000;

  private final Connection connection;

  public StoredLog(Connection connection) {
    this.connection = connection;
  }

  /** Takes what is read. */
  @FunctionalInterface
  public interface Reader<T> {
    void read(T row) throws SQLException;
  }

  /**
   * The row at which appends begin.
   *
   * @param recordedAt wall time (UTC)
   */
  public record Head(long globalIndex, byte[] hash, Instant recordedAt) {}

  /**
   * @param state see {@link io.throughline.kernel.proof.ChainTip#toBytes}
   */
  public record KeptCheckpoint(long size, String note, byte[] state) {}

  /** Only an event's place and the hash it has there. */
  public record StoredHash(long globalIndex, byte[] hash) {}

  /** Empty if the row is gone. */
  public Optional<Head> head() throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select global_index, hash, recorded_at from event_head where id = 1")) {
      return row.next()
          ? Optional.of(new Head(row.getLong(1), bytes(row, 2), row.getTimestamp(3).toInstant()))
          : Optional.empty();
    }
  }

  /** The highest global index; 0 where there is no event. */
  public long last() throws SQLException {
    return number("select coalesce(max(global_index), 0) from events");
  }

  /** So many rows have no place in the log. */
  public long outOfPlace() throws SQLException {
    return number("select count(*) from events where global_index < 1")
        + number("select count(*) from events where global_index is null");
  }

  public Optional<Long> indexOf(UUID eventId) throws SQLException {
    try (var statement =
        connection.prepareStatement("select global_index from events where event_id = ?")) {
      statement.setObject(1, eventId);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  /** Rows by their global index, both ends included; those that are not there are left out. */
  public void rows(long from, long to, Reader<StoredRow> reader) throws SQLException {
    for (var begin = from; begin <= to; begin += PAGE) {
      var query = select(StoredRow.COLUMNS, begin, Math.min(to, begin + PAGE - 1));
      try (var rows = new CopyRows(connection, query, StoredRow.FIELDS)) {
        while (rows.next()) {
          reader.read(rows.row());
        }
      }
    }
  }

  /** As {@link #rows}, without what the events hold. */
  public void hashes(long from, long to, Reader<StoredHash> reader) throws SQLException {
    for (var begin = from; begin <= to; begin += PAGE) {
      var columns = "global_index::bigint, hash::bytea";
      var query = select(columns, begin, Math.min(to, begin + PAGE - 1));
      try (var rows = new CopyRows(connection, query, 2)) {
        while (rows.next()) {
          reader.read(new StoredHash(rows.number(0), rows.bytes(1)));
        }
      }
    }
  }

  private static String select(String columns, long from, long to) {
    return "select "
        + columns
        + " from events where global_index between "
        + from
        + " and "
        + to
        + " order by global_index";
  }

  /** Of one log, by size. */
  public List<KeptCheckpoint> checkpoints(String origin) throws SQLException {
    var checkpoints = new ArrayList<KeptCheckpoint>();
    try (var statement =
        connection.prepareStatement(
            "select size, note, state from checkpoints where origin = ? order by size")) {
      statement.setString(1, origin);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          checkpoints.add(
              new KeptCheckpoint(
                  row.getLong(1), Optional.ofNullable(row.getString(2)).orElse(""), bytes(row, 3)));
        }
      }
    }
    return checkpoints;
  }

  void keep(String origin, KeptCheckpoint checkpoint) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "insert into checkpoints (origin, size, note, state) values (?, ?, ?, ?)")) {
      statement.setString(1, origin);
      statement.setLong(2, checkpoint.size());
      statement.setString(3, checkpoint.note());
      statement.setBytes(4, checkpoint.state());
      statement.executeUpdate();
    }
  }

  private long number(String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static byte[] bytes(ResultSet row, int column) throws SQLException {
    var bytes = row.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }
}
