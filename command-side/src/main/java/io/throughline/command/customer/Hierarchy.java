package io.throughline.command.customer;

import io.throughline.command.eventstore.ClusterLock;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.eventstore.ProcessorPosition;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMoved;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who stands below whom, kept by the processor {@code customer}. Two moves that are harmless each
 * may make a circle together, and no single customer could know; so moves are decided one at a time
 * in the whole cluster, each with all earlier ones known.
 */
@Component
class Hierarchy {
  static final int LEVELS = 10;

  private static final String UP =
      """
      with recursive up(id, depth) as (
        select ?::text, 1
        union all
        select p.parent_id, depth + 1 from up join customer_parents p on p.customer_id = up.id where depth <= 20)
      select id from up order by depth
      """;

  private static final String HEIGHT =
      """
      with recursive down(id, depth) as (
        select ?::text, 1
        union all
        select p.customer_id, depth + 1 from down join customer_parents p on p.parent_id = down.id where depth <= 20)
      select max(depth) from down
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final JdbcTemplate jdbc;
  private final ProcessorPosition position;
  private final DataSource dataSource;
  private final EventLog log;

  Hierarchy(JdbcTemplate jdbc, DataSource dataSource, EventLog log) {
    this.jdbc = jdbc;
    this.position = new ProcessorPosition(jdbc, CustomerTasks.GROUP, List.of(CustomerMoved.class));
    this.dataSource = dataSource;
    this.log = log;
  }

  void moved(CustomerId customer, @Nullable CustomerId parent) {
    if (parent == null) {
      jdbc.update("delete from customer_parents where customer_id = ?", customer.value());
    } else {
      jdbc.update(
          "insert into customer_parents (customer_id, parent_id) values (?, ?)"
              + " on conflict (customer_id) do update set parent_id = excluded.parent_id",
          customer.value(),
          parent.value());
    }
  }

  /**
   * Runs the move if the customer may stand there, with all that stands below it.
   *
   * @throws HierarchyRefused if it may not
   */
  <T> T moving(CustomerId customer, @Nullable CustomerId parent, Supplier<T> move) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (System.nanoTime() < deadline) {
        var lock = ClusterLock.tryAcquire(dataSource, ClusterLock.Work.MOVING_CUSTOMERS);
        if (lock.isPresent()) {
          try (var held = lock.get()) {
            awaitEarlierMoves(Duration.ofNanos(deadline - System.nanoTime()));
            held.check();
            check(customer, parent);
            return move.get();
          }
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } catch (SQLException e) {
      throw new TransientDataAccessResourceException("The hierarchy cannot be locked.", e);
    }
    throw new TransientDataAccessResourceException("Other moves take too long; try again.");
  }

  private void awaitEarlierMoves(Duration patience) {
    if (!position.await(log.head(), patience)) {
      throw new TransientDataAccessResourceException("Earlier moves are not known yet; try again.");
    }
  }

  private void check(CustomerId customer, @Nullable CustomerId parent) {
    if (parent == null) {
      return;
    }
    var above = jdbc.query(UP, (row, _) -> row.getString("id"), parent.value());
    if (above.contains(customer.value())) {
      throw new HierarchyRefused(
          parent + " stands below " + customer + " already: that would be a circle.");
    }
    var height = jdbc.queryForObject(HEIGHT, Integer.class, customer.value());
    var levels = above.size() + (height == null ? 1 : height);
    if (levels > LEVELS) {
      throw new HierarchyRefused(
          "Below "
              + parent
              + " there would be "
              + levels
              + " levels from the top down, and "
              + LEVELS
              + " are the most.");
    }
  }
}
