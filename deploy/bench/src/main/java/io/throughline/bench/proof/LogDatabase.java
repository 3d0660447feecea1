package io.throughline.bench.proof;

import io.throughline.kernel.proof.EventHash;
import io.throughline.kernel.proof.LoggedEvent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with our tables, and a log in them that is linked as the store links it. */
final class LogDatabase implements AutoCloseable {
  private static final int ROWS_AT_A_TIME = 2_000;
  private static final String OWNER = "throughline_owner";
  private static final String APPLICATION = "throughline_app";
  private static final String INSERT =
      """
      insert into events (global_index, aggregate_type, aggregate_id, sequence, event_id, wire_name, payload,
                          metadata, occurred_at, recorded_at, hash)
      select e.i, e.type, e.id, e.seq, e.event::uuid, e.name, e.payload, e.meta,
             timestamptz 'epoch' + e.occurred * interval '1 microsecond',
             timestamptz 'epoch' + e.recorded * interval '1 microsecond', e.hash
      from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::bytea[],
                  ?::bigint[], ?::bigint[], ?::bytea[])
           as e (i, type, id, seq, event, name, payload, meta, occurred, recorded, hash)
      """;

  private final EmbeddedPostgres server;

  private LogDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  static LogDatabase start() throws IOException, SQLException {
    var database =
        new LogDatabase(
            EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start());
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("create role " + OWNER + " login");
      statement.execute("create role " + APPLICATION + " login");
      statement.execute("alter schema public owner to " + OWNER);
    }
    Flyway.configure()
        .dataSource(database.server.getJdbcUrl(OWNER, "postgres"), OWNER, "")
        .placeholders(Map.of("application", APPLICATION))
        .load()
        .migrate();
    return database;
  }

  /** As somebody who may do anything there. */
  Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  /**
   * Fills an empty log.
   *
   * @param progress hears how many are in
   */
  void fill(MadeEvents events, long count, LongConsumer progress) throws SQLException {
    try (var connection = connect()) {
      var hash = EventHash.beforeTheFirst();
      for (var first = 1L; first <= count; first += ROWS_AT_A_TIME) {
        var rows = new ArrayList<LoggedEvent>();
        var hashes = new ArrayList<byte[]>();
        for (var i = first; i < Math.min(count + 1, first + ROWS_AT_A_TIME); i++) {
          var event = events.event(i);
          hash = event.link(hash);
          rows.add(event);
          hashes.add(hash);
        }
        insert(connection, rows, hashes);
        progress.accept(first + rows.size() - 1);
      }
      moveHead(connection, count, hash);
      try (var statement = connection.createStatement()) {
        statement.execute("vacuum (analyze) events");
      }
    }
  }

  /** The row at which appends begin. */
  static void moveHead(Connection connection, long index, byte[] hash) throws SQLException {
    try (var statement =
        connection.prepareStatement("update event_head set global_index = ?, hash = ?")) {
      statement.setLong(1, index);
      statement.setBytes(2, hash);
      statement.executeUpdate();
    }
  }

  static void insert(Connection connection, List<LoggedEvent> events, List<byte[]> hashes)
      throws SQLException {
    try (var statement = connection.prepareStatement(INSERT)) {
      array(statement, 1, "int8", events.stream().map(LoggedEvent::globalIndex).toArray());
      array(statement, 2, "text", events.stream().map(LoggedEvent::aggregateType).toArray());
      array(statement, 3, "text", events.stream().map(LoggedEvent::aggregateId).toArray());
      array(statement, 4, "int8", events.stream().map(LoggedEvent::sequence).toArray());
      array(
          statement, 5, "text", events.stream().map(event -> event.eventId().toString()).toArray());
      array(statement, 6, "text", events.stream().map(LoggedEvent::wireName).toArray());
      array(
          statement, 7, "bytea", events.stream().map(LoggedEvent::payload).toArray(byte[][]::new));
      array(
          statement, 8, "bytea", events.stream().map(LoggedEvent::metadata).toArray(byte[][]::new));
      array(statement, 9, "int8", events.stream().map(LoggedEvent::occurredAt).toArray());
      array(statement, 10, "int8", events.stream().map(LoggedEvent::recordedAt).toArray());
      array(statement, 11, "bytea", hashes.toArray(byte[][]::new));
      statement.executeUpdate();
    }
  }

  private static void array(
      PreparedStatement statement, int parameter, String type, Object[] values)
      throws SQLException {
    statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
