package io.throughline.command.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.command.TestDatabase;
import io.throughline.kernel.OrderId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class OrderStatusesTest {
  private static final OrderId A = new OrderId("A");
  private static final OrderId B = new OrderId("B");

  private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.newMigrated());
  private final OrderStatuses statuses = new OrderStatuses(jdbc);

  @BeforeEach
  void keepTwo() {
    for (var order : List.of(A, B)) {
      jdbc.update(
          "insert into salesforce_orders (order_id, status, version, saved, published, attempts,"
              + " next_at) values (?, '{}', 7, 0, 0, 0, now())",
          order.value());
    }
  }

  private static OrderStatusRecord record(OrderId order) {
    return new OrderStatusRecord(order, "SUBMITTED", "ORDERED", Instant.EPOCH, "", null, 7);
  }

  /** The processor goes from order to order as events come, the teller as the org answers. */
  @Test
  void theTellerHoldsNoOrderWhileItWaitsForAnother() throws Exception {
    try (var processor = jdbc.getDataSource().getConnection()) {
      processor.setAutoCommit(false);
      touch(processor, A);
      var marking = CompletableFuture.runAsync(() -> statuses.saved(List.of(record(B), record(A))));
      await().until(this::somebodyWaits);

      touch(processor, B); // they would wait for each other for ever
      processor.commit();
      marking.join();
    }

    assertThat(savedOf(A)).isEqualTo(7);
    assertThat(savedOf(B)).isEqualTo(7);
  }

  private static void touch(Connection connection, OrderId order) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "update salesforce_orders set version = version + 1 where order_id = ?")) {
      statement.setString(1, order.value());
      statement.executeUpdate();
    }
  }

  private boolean somebodyWaits() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select from pg_locks l join pg_stat_activity a using (pid)"
                + " where not l.granted and a.datname = current_database())",
            Boolean.class));
  }

  private Integer savedOf(OrderId order) {
    return jdbc.queryForObject(
        "select saved from salesforce_orders where order_id = ?", Integer.class, order.value());
  }
}
