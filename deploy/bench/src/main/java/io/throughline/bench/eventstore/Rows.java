package io.throughline.bench.eventstore;

import io.throughline.kernel.event.Event;
import io.throughline.kernel.format.EventFormat;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/** The bytes that the engines store, for peers that insert them themselves. */
final class Rows {
  private static final EventFormat FORMAT = new EventFormat();
  private static final byte[] METADATA =
      "{\"actor\":\"sales\",\"correlation\":\"3f1c9c0e-7a52-4a52-9c1b-0d3c2f7a9d11\",\"source\":\"api\"}"
          .getBytes(StandardCharsets.UTF_8);

  static final String TABLE =
      """
      create table rows (
        global_index bigint generated always as identity primary key, aggregate_type text not null,
        aggregate_id text not null, sequence bigint not null, event_id uuid not null, wire_name text not null,
        payload bytea not null, metadata bytea not null, occurred_at timestamptz not null,
        unique (aggregate_type, aggregate_id, sequence));
      create index on rows using brin (event_id uuid_minmax_multi_ops) with (pages_per_range = 32)
      """;
  private static final String INSERT =
      """
      insert into rows (aggregate_type, aggregate_id, sequence, event_id, wire_name, payload, metadata, occurred_at)
      values ('order', ?, ?, ?, ?, ?, ?, ?)
      """;

  private Rows() {}

  static byte[] payload(Event event) {
    return FORMAT.write(event);
  }

  static void insert(Connection connection, String order, long sequence, Event event)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, order);
      insert.setLong(2, sequence);
      insert.setObject(3, UUID.fromString(IdentifierFactory.getInstance().generateIdentifier()));
      insert.setString(4, FORMAT.wireName(event));
      insert.setBytes(5, payload(event));
      insert.setBytes(6, METADATA);
      insert.setTimestamp(7, Timestamp.from(event.at()));
      insert.executeUpdate();
    }
  }
}
