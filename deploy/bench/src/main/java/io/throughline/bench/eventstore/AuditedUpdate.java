package io.throughline.bench.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.format.EventFormat;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The usual way without events: a row of the present state, and what was changed beside it. */
final class AuditedUpdate implements Engine {
  private final EventFormat format = new EventFormat();
  private final Wire wire;
  private final HikariDataSource dataSource;

  private interface Change {
    void in(Connection connection) throws SQLException;
  }

  AuditedUpdate(String url) {
    wire = new Wire(url, Server.OWNER);
    dataSource = wire.pool();
    var jdbc = new JdbcTemplate(dataSource);
    jdbc.execute(
        "create table sales (id text primary key, version bigint not null, state bytea not null)");
    jdbc.execute(Rows.TABLE);
  }

  @Override
  public String name() {
    return "crud-audit";
  }

  @Override
  public Wire wire() {
    return wire;
  }

  @Override
  public void create(String order) {
    var event = Sale.submitted(order);
    inTransaction(
        connection -> {
          write(
              connection, "insert into sales (state, id, version) values (?, ?, 0)", order, event);
          Rows.insert(connection, order, 0, event);
        });
  }

  @Override
  public void update(String order) {
    var event = Sale.touched(order);
    inTransaction(
        connection -> {
          write(
              connection,
              "update sales set state = ?, version = version + 1 where id = ?",
              order,
              Sale.submitted(order));
          Rows.insert(connection, order, System.nanoTime(), event);
        });
  }

  private void write(Connection connection, String sql, String order, Event state)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, format.write(state));
      statement.setString(2, order);
      statement.executeUpdate();
    }
  }

  private void inTransaction(Change change) {
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      change.in(connection);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void prepare(List<String> orders, int events) {
    orders.forEach(this::create);
  }

  @Override
  public void forget(String order) {
    // it remembers nothing
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
