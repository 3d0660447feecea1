package io.throughline.command.eventstore;

import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.StoredEvent;
import io.throughline.kernel.format.EventFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The log, read from PostgreSQL. */
final class PostgresEventLog implements EventLog {
  private static final String COLUMNS =
      "select global_index, aggregate_type, aggregate_id, sequence, event_id, wire_name, payload,"
          + " metadata, occurred_at, recorded_at from events";
  private static final String AFTER =
      COLUMNS + " where global_index > ? order by global_index limit ?";

  private final JdbcTemplate jdbc;
  private final EventFormat format;
  private final Metadata metadata;

  PostgresEventLog(JdbcTemplate jdbc, EventFormat format, Metadata metadata) {
    this.jdbc = jdbc;
    this.format = format;
    this.metadata = metadata;
  }

  @Override
  public List<RecordedEvent> of(String aggregate) {
    return from(aggregate, 0);
  }

  List<RecordedEvent> from(String aggregate, long sequence) {
    var id = AggregateName.of(aggregate);
    return jdbc.query(
        COLUMNS
            + " where aggregate_type = ? and aggregate_id = ? and sequence >= ? order by sequence",
        (row, _) -> event(row),
        id.type(),
        id.id(),
        sequence);
  }

  @Override
  public List<RecordedEvent> after(long globalIndex, int limit) {
    return jdbc.query(AFTER, (row, _) -> event(row), globalIndex, limit);
  }

  @Override
  public List<StoredEvent> storedAfter(long globalIndex, int limit) {
    return jdbc.query(AFTER, (row, _) -> stored(row), globalIndex, limit);
  }

  @Override
  public long head() {
    var head = jdbc.queryForObject("select global_index from event_head where id = 1", Long.class);
    return head == null ? 0 : head;
  }

  private RecordedEvent event(ResultSet row) throws SQLException {
    return new RecordedEvent(
        row.getLong("global_index"),
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("sequence"),
        row.getString("event_id"),
        format.read(row.getString("wire_name"), row.getBytes("payload")),
        metadata.read(row.getBytes("metadata")),
        row.getTimestamp("recorded_at").toInstant());
  }

  private StoredEvent stored(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getLong("global_index"),
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("sequence"),
        row.getString("event_id"),
        row.getString("wire_name"),
        row.getBytes("payload"),
        metadata.read(row.getBytes("metadata")),
        row.getTimestamp("occurred_at").toInstant(),
        row.getTimestamp("recorded_at").toInstant());
  }
}
