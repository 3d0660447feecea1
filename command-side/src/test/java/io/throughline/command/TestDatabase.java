package io.throughline.command;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** One durable PostgreSQL for all tests of this JVM; each test takes a database of its own. */
public final class TestDatabase {
  private static final EmbeddedPostgres SERVER = start();

  private TestDatabase() {}

  /** The address of a new, empty database. */
  public static String newUrl() {
    var name = "t" + UUID.randomUUID().toString().replace("-", "");
    new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name);
    return SERVER.getJdbcUrl("postgres", name);
  }

  /** A new database with our tables. */
  public static DataSource newMigrated() {
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(newUrl());
    Flyway.configure().dataSource(dataSource).load().migrate();
    return dataSource;
  }

  private static EmbeddedPostgres start() {
    try {
      var server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "300")
              .start();
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
