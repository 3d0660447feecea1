package io.throughline.command.salesforce;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerChangedInErp;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMerged;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerRemedyApplied;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps of which customers the org may have to be told. What it is to be told is not kept: that is
 * read from the log when it is, so nothing of an erased customer is left here.
 */
@Component
@ProcessingGroup("salesforce")
@ConditionalOnProperty("throughline.salesforce.login-url")
class CustomerNews {
  private final JdbcTemplate jdbc;

  CustomerNews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param version the global index of the customer's latest news
   */
  record Untold(CustomerId customerId, long version) {}

  @EventHandler
  void on(CustomerChanged event, TrackingToken token) {
    keep(event.customerId(), token);
  }

  @EventHandler
  void on(CustomerChangedInErp event, TrackingToken token) {
    keep(event.customerId(), token);
  }

  /** Whoever says that it may be told again has looked into it. */
  @EventHandler
  void on(CustomerRemedyApplied event) {
    heard(event.customerId());
  }

  /** Nobody is told of it any more. */
  @EventHandler
  void on(CustomerMerged event) {
    forget(event.customerId());
  }

  @EventHandler
  void on(CustomerErased event) {
    forget(event.customerId());
  }

  /** What the org did not take before may be put right by what is new. */
  private void keep(CustomerId customer, TrackingToken token) {
    jdbc.update(
        "insert into salesforce_customers (customer_id, version, told, next_at) values (?, ?, 0,"
            + " now()) on conflict (customer_id) do update set version = excluded.version,"
            + " next_at = excluded.next_at, complaint = null",
        customer.value(),
        token.position().orElseThrow());
  }

  private void forget(CustomerId customer) {
    jdbc.update("delete from salesforce_customers where customer_id = ?", customer.value());
  }

  /** Those whose time has come, those that wait the longest first. */
  List<Untold> untold(int limit) {
    return jdbc.query(
        "select customer_id, version from salesforce_customers where told < version and complaint"
            + " is null and next_at <= now() order by version limit ?",
        (row, _) ->
            new Untold(new CustomerId(row.getString("customer_id")), row.getLong("version")),
        limit);
  }

  /** One by one: whoever folds events may hold any of them. */
  void told(Untold news) {
    jdbc.update(
        "update salesforce_customers set told = greatest(told, ?) where customer_id = ?",
        news.version(),
        news.customerId().value());
  }

  /** Not before then. */
  void later(Untold news, Instant at) {
    jdbc.update(
        "update salesforce_customers set next_at = ? where customer_id = ?",
        Timestamp.from(at),
        news.customerId().value());
  }

  /** The org does not take it: somebody has to look into it. */
  void complain(Untold news, String reason) {
    jdbc.update(
        "update salesforce_customers set complaint = ? where customer_id = ? and version = ?",
        reason,
        news.customerId().value(),
        news.version());
  }

  /** The account was read anew: what stood in the way may be gone. */
  void heard(CustomerId customer) {
    jdbc.update(
        "update salesforce_customers set complaint = null, next_at = now() where customer_id = ?"
            + " and complaint is not null",
        customer.value());
  }

  /**
   * Sends anew what the org did not take.
   *
   * @return how many customers that concerns
   */
  int forgive() {
    return jdbc.update(
        "update salesforce_customers set complaint = null, next_at = now() where complaint is not"
            + " null");
  }

  /** What the org does not take, for operations. */
  List<Map<String, @Nullable Object>> troubles(int limit) {
    return jdbc.queryForList(
        "select customer_id, version, told, complaint from salesforce_customers where complaint is"
            + " not null order by customer_id limit ?",
        limit);
  }

  /** How many customers' accounts are, or may be, behind. */
  int behind() {
    var count =
        jdbc.queryForObject(
            "select count(*) from salesforce_customers where told < version", Integer.class);
    return count == null ? 0 : count;
  }
}
