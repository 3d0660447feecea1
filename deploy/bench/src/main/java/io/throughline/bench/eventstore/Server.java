package io.throughline.bench.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/** One durable PostgreSQL for all contenders, each in a database of its own. */
final class Server implements AutoCloseable {
  static final String APPLICATION = "throughline_app";
  static final String OWNER = "throughline_owner";

  /** For every contender the same. */
  static final int CONNECTIONS = 40;

  private final EmbeddedPostgres postgres;
  private final JdbcTemplate jdbc;

  private Server(EmbeddedPostgres postgres) {
    this.postgres = postgres;
    this.jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
    jdbc.execute("create role " + OWNER + " login");
    jdbc.execute("create role " + APPLICATION + " login");
  }

  static Server start() throws IOException {
    return new Server(
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "300")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .start());
  }

  /** A new database that belongs to the owner. */
  String newDatabase(String name) {
    jdbc.execute("create database " + name + " owner " + OWNER);
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
  }

  static HikariDataSource pool(String url, String user) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  /** How often the write-ahead log was flushed to the disk since the server began. */
  double walFlushes() {
    var flushes =
        jdbc.queryForObject(
            "select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal'", Double.class);
    return flushes == null ? 0 : flushes;
  }

  String setting(String name) {
    return String.valueOf(jdbc.queryForObject("show " + name, String.class));
  }

  /** Everybody begins a case with the disk at rest. */
  void checkpoint() {
    jdbc.execute("checkpoint");
  }

  @Override
  public void close() throws SQLException {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new SQLException("PostgreSQL could not be stopped.", e);
    }
  }
}
