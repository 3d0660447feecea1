package io.throughline.command.erasure;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.ErasureObstacle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The orders of each customer that are neither completed nor cancelled, and what is open of others.
 */
@Component
class OpenOrders {
  /** As Axon's token store writes it: {@code {"globalIndex":42}}. */
  private static final String POSITION =
      """
      select coalesce(max((convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint), 0) from tokenentry
      where processorname = ? and token is not null
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final JdbcTemplate jdbc;

  OpenOrders(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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
   * Waits a little until what was recorded up to there is known here.
   *
   * @param globalIndex of an event
   */
  boolean areKnownUpTo(long globalIndex) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (position() < globalIndex) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }

  private long position() {
    var position = jdbc.queryForObject(POSITION, Long.class, ErasureTasks.GROUP);
    return position == null ? 0 : position;
  }
}
