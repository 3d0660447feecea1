package io.throughline.command.salesforce;

import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what the org is to be shown of each order. However much happens to an order between two
 * calls, only what it came to is sent; the version is the global index of the event that made it,
 * so it grows with time and is the same whenever the log is read again.
 */
@Component
@ProcessingGroup("salesforce")
@ConditionalOnProperty("throughline.salesforce.login-url")
class OrderStatuses {
  private final JdbcTemplate jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  OrderStatuses(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(OrderSubmitted event, TrackingToken token) {
    keep(OrderStatus.submitted(event), version(token));
  }

  @EventHandler
  void on(OrderEvent event, TrackingToken token) {
    if (!(event instanceof OrderSubmitted)) {
      find(event.orderId())
          .ifPresent(before -> keepIfNews(before, before.after(event), version(token)));
    }
  }

  @EventHandler
  void on(FulfilmentEvent event, TrackingToken token) {
    find(event.orderId())
        .ifPresent(before -> keepIfNews(before, before.after(event), version(token)));
  }

  private static long version(TrackingToken token) {
    return token.position().orElseThrow();
  }

  private void keepIfNews(OrderStatus before, OrderStatus after, long version) {
    if (!after.equals(before)) {
      keep(after, version);
    }
  }

  private Optional<OrderStatus> find(OrderId order) {
    return jdbc
        .query(
            "select status from salesforce_orders where order_id = ?",
            (row, _) -> json.readValue(row.getString("status"), OrderStatus.class),
            order.value())
        .stream()
        .findFirst();
  }

  private void keep(OrderStatus status, long version) {
    jdbc.update(
        "insert into salesforce_orders (order_id, status, version, saved, published, attempts,"
            + " next_at) values (?, ?::jsonb, ?, 0, 0, 0, now()) on conflict (order_id) do update"
            + " set status = excluded.status, version = excluded.version",
        status.orderId().value(),
        json.writeValueAsString(status),
        version);
  }

  /** Orders whose record is behind, those that wait the longest first. */
  List<OrderStatusRecord> unsaved(int limit) {
    return records("saved < version", limit);
  }

  /** Orders of which the latest was saved and not published yet. */
  List<OrderStatusRecord> unpublished(int limit) {
    return records("published < version and saved = version", limit);
  }

  private List<OrderStatusRecord> records(String which, int limit) {
    return jdbc.query(
        "select status, version from salesforce_orders where "
            + which
            + " and complaint is null and next_at <= now() order by version limit ?",
        (row, _) ->
            OrderStatusRecord.of(
                json.readValue(row.getString("status"), OrderStatus.class), row.getLong("version")),
        limit);
  }

  void saved(Collection<OrderStatusRecord> records) {
    mark(records, "saved = greatest(saved, told.version), attempts = 0");
  }

  void published(Collection<OrderStatusRecord> records) {
    mark(records, "published = greatest(published, told.version)");
  }

  /**
   * Whoever folds events holds many orders at once, in the order of the events; so nobody here may
   * wait for one while he holds another. Those that are free are marked together, the others one by
   * one.
   */
  private void mark(Collection<OrderStatusRecord> records, String what) {
    var marked = markThose(records, what, "skip locked");
    for (var record : records) {
      if (!marked.contains(record.orderId().value())) {
        markThose(List.of(record), what, "");
      }
    }
  }

  private Set<String> markThose(Collection<OrderStatusRecord> records, String what, String busy) {
    var statement =
        """
        with told as (select * from unnest(?::text[], ?::bigint[]) as t(order_id, version)),
             held as (select order_id from salesforce_orders join told using (order_id)
                      for update of salesforce_orders %s)
        update salesforce_orders o set %s from told join held using (order_id)
        where o.order_id = told.order_id returning o.order_id
        """
            .formatted(busy, what);
    var orders = records.stream().map(it -> it.orderId().value()).toArray(String[]::new);
    var versions = records.stream().map(OrderStatusRecord::version).toArray(Long[]::new);
    return Set.copyOf(jdbc.queryForList(statement, String.class, orders, versions));
  }

  /** Not before then. */
  void later(OrderId order, Instant at) {
    jdbc.update(
        "update salesforce_orders set next_at = ?, attempts = attempts + 1 where order_id = ?",
        Timestamp.from(at),
        order.value());
  }

  /** The org does not take it: somebody has to look into it. */
  void complain(OrderId order, String reason) {
    jdbc.update(
        "update salesforce_orders set complaint = ? where order_id = ?", reason, order.value());
  }

  /**
   * Sends anew what the org did not take.
   *
   * @return how many orders that concerns
   */
  int forgive() {
    return jdbc.update(
        "update salesforce_orders set complaint = null, attempts = 0, next_at = now() where"
            + " complaint is not null");
  }

  /** What the org does not take, for operations. */
  List<Map<String, @Nullable Object>> troubles(int limit) {
    return jdbc.queryForList(
        "select order_id, version, saved, complaint from salesforce_orders where complaint is not"
            + " null order by order_id limit ?",
        limit);
  }

  /** How many orders' records are behind. */
  int behind() {
    var count =
        jdbc.queryForObject(
            "select count(*) from salesforce_orders where saved < version or published < version",
            Integer.class);
    return count == null ? 0 : count;
  }
}
