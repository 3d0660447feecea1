package io.throughline.bench.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row a commit and nothing else: what can be had without putting commands together. */
final class PlainInsert implements Engine {
  private final HikariDataSource dataSource;

  PlainInsert(String url) {
    dataSource = Server.pool(url, Server.OWNER);
    new JdbcTemplate(dataSource).execute(Rows.TABLE);
  }

  @Override
  public String name() {
    return "plain-insert";
  }

  @Override
  public void create(String order) {
    try (var connection = dataSource.getConnection()) {
      Rows.insert(connection, order, 0, Sale.submitted(order));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its next sequence number comes from a counter of the caller's: it looks at nothing. */
  @Override
  public void update(String order) {
    try (var connection = dataSource.getConnection()) {
      Rows.insert(connection, order, System.nanoTime(), Sale.touched(order));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void prepare(String order, int events) {
    create(order);
  }

  @Override
  public void forget() {
    // it remembers nothing
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
