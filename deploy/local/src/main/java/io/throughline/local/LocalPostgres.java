package io.throughline.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A real PostgreSQL of our own, durable: what it acknowledged is on the disk. The library that
 * brings it is made for tests and starts it with {@code -F} (no fsync) and an emptied directory;
 * both are turned round here.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final String DATABASE = "throughline";
  private static final String OWNER = "throughline_owner";
  static final String USER = "throughline_app";
  private static final Duration STARTUP =
      Duration.ofSeconds(60); // recovery after a hard kill included

  private final EmbeddedPostgres server;

  private LocalPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * @param dataDirectory kept from run to run
   * @throws LocalRunRefused if the server does not start, or is not durable
   */
  public static LocalPostgres start(Path dataDirectory, int port) {
    OrphanedPostgres.stop(dataDirectory);
    var log = dataDirectory.resolveSibling("postgres.log");
    try {
      Files.createDirectories(dataDirectory);
      var server =
          EmbeddedPostgres.builder()
              .setDataDirectory(dataDirectory.toFile())
              .setCleanDataDirectory(false)
              .setPort(port)
              .setPGStartupWait(STARTUP)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("listen_addresses", "localhost")
              .setServerConfig("max_connections", "80")
              .setServerConfig("shared_buffers", "96MB")
              .setOutputRedirector(Redirect.appendTo(log.toFile()))
              .setErrorRedirector(Redirect.appendTo(log.toFile()))
              .start();
      var postgres = new LocalPostgres(server);
      postgres.refuseUnlessDurable();
      postgres.makeDatabase();
      return postgres;
    } catch (IOException | SQLException | IllegalStateException e) {
      throw new LocalRunRefused(
          "PostgreSQL did not start: " + e.getMessage() + " (see " + log + ").", e);
    }
  }

  private void refuseUnlessDurable() throws SQLException {
    for (var setting : new String[] {"fsync", "synchronous_commit"}) {
      try (var connection = administer();
          var statement = connection.createStatement();
          var answer = statement.executeQuery("show " + setting)) {
        answer.next();
        if (!"on".equals(answer.getString(1))) {
          throw new LocalRunRefused(
              "PostgreSQL runs with "
                  + setting
                  + " "
                  + answer.getString(1)
                  + " and could lose what it acknowledged: set it to on.");
        }
      }
    }
  }

  private void makeDatabase() throws SQLException {
    try (var connection = administer();
        var statement = connection.createStatement()) {
      make(statement, "pg_roles where rolname", OWNER, "create role " + OWNER + " login");
      make(statement, "pg_roles where rolname", USER, "create role " + USER + " login");
      make(
          statement,
          "pg_database where datname",
          DATABASE,
          "create database " + DATABASE + " owner " + OWNER);
    }
  }

  private static void make(Statement statement, String where, String name, String how)
      throws SQLException {
    try (var known = statement.executeQuery("select 1 from " + where + " = '" + name + "'")) {
      if (known.next()) {
        return;
      }
    }
    statement.execute(how);
  }

  private Connection administer() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  public int port() {
    return server.getPort();
  }

  public String jdbcUrl() {
    return jdbcUrl(port());
  }

  static String jdbcUrl(int port) {
    return "jdbc:postgresql://localhost:" + port + "/" + DATABASE;
  }

  /** The application's role. It listens on this machine only and trusts its users: no password. */
  public String user() {
    return USER;
  }

  /** The role to which the tables belong. */
  public String owner() {
    return OWNER;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new LocalRunRefused("PostgreSQL could not be stopped: " + e.getMessage(), e);
    }
  }
}
