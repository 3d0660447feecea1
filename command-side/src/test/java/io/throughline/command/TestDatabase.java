package io.throughline.command;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One durable PostgreSQL for all tests of this JVM; each test takes a database of its own. The
 * tables are made once: a test's database is a copy.
 */
public final class TestDatabase {
  private static final String OWNER = "throughline_owner";
  private static final String APPLICATION = "throughline_app";
  private static final EmbeddedPostgres SERVER = start();
  private static final String MIGRATED = migrate();

  private TestDatabase() {}

  /** The address of a new, empty database that belongs to {@link #OWNER}; without a user. */
  public static String newUrl() {
    return copyOf("template1");
  }

  /** The same, of a new database that holds what another does, which nobody is connected to. */
  public static String copyOf(String template) {
    var name = "t" + UUID.randomUUID().toString().replace("-", "");
    new JdbcTemplate(SERVER.getPostgresDatabase())
        .execute("create database " + name + " owner " + OWNER + " template " + template);
    return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name;
  }

  /** What an application is told of a new database, as command line arguments. */
  public static List<String> newSettings() {
    return List.of(
        "--spring.datasource.url=" + copyOf(MIGRATED),
        "--spring.datasource.hikari.minimum-idle=2",
        "--spring.datasource.username=" + APPLICATION,
        "--spring.flyway.user=" + OWNER);
  }

  /** A new database with our tables, as the application sees it. */
  public static DataSource newMigrated() {
    return dataSource(copyOf(MIGRATED), APPLICATION);
  }

  /** A new database that holds what another does, as the application sees it. */
  public static DataSource copyOf(DataSource filled) {
    return dataSource(copyOf(name(filled)), APPLICATION);
  }

  /** The same database, as somebody sees it who may do anything there. */
  public static DataSource asSuperuser(DataSource application) {
    return superuser(Objects.requireNonNull(((PGSimpleDataSource) application).getUrl()));
  }

  private static String name(DataSource database) {
    return Objects.requireNonNull(((PGSimpleDataSource) database).getDatabaseName());
  }

  private static String migrate() {
    var owners = dataSource(newUrl(), OWNER);
    Flyway.configure()
        .dataSource(owners)
        .placeholders(Map.of("application", APPLICATION))
        .load()
        .migrate();
    return name(owners);
  }

  public static DataSource superuser(String url) {
    return dataSource(url, "postgres");
  }

  private static PGSimpleDataSource dataSource(String url, String user) {
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(user);
    return dataSource;
  }

  private static EmbeddedPostgres start() {
    try {
      var server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "500")
              .start();
      var roles = new JdbcTemplate(server.getPostgresDatabase());
      roles.execute("create role " + OWNER + " login");
      roles.execute("create role " + APPLICATION + " login");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
