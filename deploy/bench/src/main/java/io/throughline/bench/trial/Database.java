package io.throughline.bench.trial;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.throughline.local.LocalPostgres;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A local run's PostgreSQL with our tables, for trials. */
final class Database implements AutoCloseable {
  private final LocalPostgres postgres;

  private Database(LocalPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts it over what is in the folder, or makes it there. */
  static Database start(Path folder, int port) {
    var database = new Database(LocalPostgres.start(folder, port));
    Flyway.configure()
        .dataSource(database.as(database.postgres.owner()))
        .placeholders(Map.of("application", database.postgres.user()))
        .load()
        .migrate();
    return database;
  }

  String url() {
    return postgres.jdbcUrl();
  }

  String user() {
    return postgres.user();
  }

  String owner() {
    return postgres.owner();
  }

  private DataSource as(String user) {
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url());
    dataSource.setUser(user);
    return dataSource;
  }

  static HikariDataSource pool(String url, String user) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setMaximumPoolSize(10);
    config.setConnectionTimeout(2_000);
    config.setInitializationFailTimeout(20_000);
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    postgres.close();
  }
}
