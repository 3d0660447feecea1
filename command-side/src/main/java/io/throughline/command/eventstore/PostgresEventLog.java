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
  public List<RecordedEvent> from(String aggregate, long sequence) {
    var id = AggregateName.of(aggregate);
    return opened(
        jdbc.query(
            COLUMNS
                + " where aggregate_type = ? and aggregate_id = ? and sequence >= ?"
                + " order by sequence",
            (row, _) -> stored(row),
            id.type(),
            id.id(),
            sequence));
  }

  @Override
  public boolean has(String aggregate) {
    var id = AggregateName.of(aggregate);
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select from events where aggregate_type = ? and aggregate_id = ?)",
            Boolean.class,
            id.type(),
            id.id()));
  }

  @Override
  public List<RecordedEvent> after(long globalIndex, int limit) {
    return opened(storedAfter(globalIndex, limit));
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

  /** After the rows are read: keys come from the database too, over a connection of their own. */
  private List<RecordedEvent> opened(List<StoredEvent> stored) {
    format.prepare(stored.stream().map(StoredEvent::payload).toList());
    return stored.stream().map(this::opened).toList();
  }

  private RecordedEvent opened(StoredEvent stored) {
    return new RecordedEvent(
        stored.globalIndex(),
        stored.aggregateType(),
        stored.aggregateId(),
        stored.sequence(),
        stored.eventId(),
        format.read(stored.wireName(), stored.payload()),
        stored.metadata(),
        stored.recordedAt());
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
