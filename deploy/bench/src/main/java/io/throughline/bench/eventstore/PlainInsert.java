package io.throughline.bench.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.throughline.kernel.event.Event;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row a commit and nothing else: what can be had without putting commands together. */
final class PlainInsert implements Engine {
  static final String NAME = "plain-insert";

  private final Wire wire;
  private final HikariDataSource dataSource;

  PlainInsert(String url) {
    wire = new Wire(url, Server.OWNER);
    dataSource = wire.pool();
    new JdbcTemplate(dataSource).execute(Rows.TABLE);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Wire wire() {
    return wire;
  }

  @Override
  public void create(String order) {
    insert(order, 0, Sale.submitted(order));
  }

  /** It looks at nothing: its sequence numbers only have to differ. */
  @Override
  public void update(String order) {
    insert(order, System.nanoTime(), Sale.touched(order));
  }

  private void insert(String order, long sequence, Event event) {
    try (var connection = dataSource.getConnection()) {
      Rows.insert(connection, order, sequence, event);
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
