package io.throughline.bench.budget;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.throughline.bench.harness.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A durable PostgreSQL with our tables. */
final class Tables implements AutoCloseable {
  private static final String OWNER = "throughline_owner";
  private static final String APPLICATION = "throughline_app";

  private final EmbeddedPostgres server;
  private final HikariDataSource dataSource;

  Tables() throws IOException, SQLException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "200")
            .start();
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create role " + OWNER + " login");
      statement.execute("create role " + APPLICATION + " login");
      statement.execute("alter schema public owner to " + OWNER);
    }
    Flyway.configure()
        .dataSource(server.getJdbcUrl(OWNER, "postgres"), OWNER, "")
        .placeholders(Map.of("application", APPLICATION))
        .load()
        .migrate();
    var config = new HikariConfig();
    config.setJdbcUrl(server.getJdbcUrl(APPLICATION, "postgres"));
    config.setMaximumPoolSize(80);
    dataSource = new HikariDataSource(config);
  }

  HikariDataSource dataSource() {
    return dataSource;
  }

  Database described() throws SQLException, IOException {
    try (var connection = server.getPostgresDatabase().getConnection()) {
      return Database.of(connection);
    }
  }

  @Override
  public void close() throws IOException {
    dataSource.close();
    server.close();
  }
}
