package io.throughline.command.erasure;

import io.throughline.command.eventstore.ProcessorPosition;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.ErasureObstacle;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The orders of each customer that are neither completed nor cancelled, and what is open of others.
 */
@Component
class OpenOrders {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final JdbcTemplate jdbc;
  private final ProcessorPosition position;

  OpenOrders(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.position = ProcessorPosition.ofAll(jdbc, ErasureTasks.GROUP, ErasureTasks.class);
  }

  void opened(OrderId order, CustomerId customer) {
    jdbc.update(
        "insert into open_orders (order_id, customer_id) values (?, ?) on conflict do nothing",
        order.value(),
        customer.value());
  }

  void ended(OrderId order) {
    jdbc.update("delete from open_orders where order_id = ?", order.value());
  }

  /** Of an order that may have ended. */
  void opened(String matter, CustomerId customer, ErasureObstacle obstacle) {
    jdbc.update(
        "insert into open_matters (matter, customer_id, obstacle) values (?, ?, ?) on conflict do"
            + " nothing",
        matter,
        customer.value(),
        obstacle.name());
  }

  /** Returns whether it was open. */
  boolean settled(String matter) {
    return jdbc.update("delete from open_matters where matter = ?", matter) > 0;
  }

  List<ErasureObstacle> mattersOf(CustomerId customer) {
    return jdbc.query(
        "select distinct obstacle from open_matters where customer_id = ?",
        (row, _) -> ErasureObstacle.valueOf(row.getString("obstacle")),
        customer.value());
  }

  boolean areThereOf(CustomerId customer) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select from open_orders where customer_id = ?)",
            Boolean.class,
            customer.value()));
  }

  /**
   * Waits a little until what was recorded of orders up to there is known here.
   *
   * @param globalIndex of an event
   */
  boolean areKnownUpTo(long globalIndex) {
    return position.await(globalIndex, PATIENCE);
  }
}
