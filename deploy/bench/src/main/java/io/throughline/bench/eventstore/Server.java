package io.throughline.bench.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.throughline.bench.harness.Cpu;
import io.throughline.bench.harness.Database;
import io.throughline.bench.harness.Others;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** One durable PostgreSQL for all contenders, each in a database of its own. */
final class Server implements AutoCloseable {
  static final String APPLICATION = "throughline_app";
  static final String OWNER = "throughline_owner";

  /** For every contender the same. */
  static final int CONNECTIONS = 40;

  private final EmbeddedPostgres postgres;
  private final JdbcTemplate jdbc;
  private final Others others = new Others();

  private Server(EmbeddedPostgres postgres) {
    this.postgres = postgres;
    var one = new HikariConfig();
    one.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
    one.setMaximumPoolSize(1);
    this.jdbc = new JdbcTemplate(new HikariDataSource(one));
    jdbc.execute("create role " + OWNER + " login");
    jdbc.execute("create role " + APPLICATION + " login");
  }

  /** Checkpoints come between the cases, not within them: there they would hit whoever is at it. */
  static Server start() throws IOException {
    return new Server(
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "300")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "16GB")
            .setServerConfig("checkpoint_timeout", "30min")
            .start());
  }

  /** A new database that belongs to the owner. */
  String newDatabase(String name) {
    jdbc.execute("create database " + name + " owner " + OWNER);
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
  }

  /** How often the write-ahead log was flushed to the disk since the server began. */
  double flushes(Wire wire) throws SQLException {
    wire.publish(listening());
    var flushes =
        jdbc.queryForObject(
            "select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal'", Double.class);
    return flushes == null ? 0 : flushes;
  }

  private Set<Integer> listening() {
    return Set.copyOf(
        jdbc.queryForList(
            "select pid from pg_stat_activity where query ilike 'listen %'", Integer.class));
  }

  /** Processor time that the server's processes had so far, also those that have ended. */
  Duration cpu() throws IOException {
    var backend = jdbc.queryForObject("select pg_backend_pid()", Long.class);
    return Cpu.ofFamily(
        Optional.ofNullable(backend)
            .flatMap(ProcessHandle::of)
            .flatMap(ProcessHandle::parent)
            .orElseThrow());
  }

  Others others() {
    return others;
  }

  void checkpoint() {
    jdbc.execute("checkpoint");
  }

  Database described() throws SQLException, IOException {
    try (var connection = postgres.getPostgresDatabase().getConnection()) {
      return Database.of(connection);
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      if (jdbc.getDataSource() instanceof HikariDataSource pool) {
        pool.close();
      }
      postgres.close();
    } catch (IOException e) {
      throw new SQLException("PostgreSQL could not be stopped.", e);
    }
  }
}
