package io.throughline.command.salesforce;

import io.throughline.command.intents.Decision;
import io.throughline.command.intents.Intent;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What became of each intent. One that was decided is known for good. */
final class TakenIntents {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int MOST_DOUBLINGS = 7;

  private final JdbcTemplate jdbc;

  TakenIntents(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of them that were decided. */
  Set<String> decided(Collection<String> ids) {
    return new HashSet<>(
        jdbc.queryForList(
            "select intent_id from salesforce_intents where state <> 'WAITING' and intent_id ="
                + " any (?)",
            String.class,
            (Object) ids.toArray(String[]::new)));
  }

  /** Those of the orders for which an earlier intent waits: later ones must not overtake it. */
  Set<String> waitedFor(Collection<String> orders) {
    return new HashSet<>(
        jdbc.queryForList(
            "select order_number from salesforce_intents where state = 'WAITING' and order_number ="
                + " any (?)",
            String.class,
            (Object) orders.toArray(String[]::new)));
  }

  /**
   * Waiting ones whose time has come, and before which none of the same order waits for its own.
   */
  List<String> due(int limit) {
    return jdbc.query(
        "select w.intent_id from salesforce_intents w where w.state = 'WAITING' and not exists"
            + " (select from salesforce_intents e where e.state = 'WAITING' and e.order_number ="
            + " w.order_number and e.seen_at <= w.seen_at and e.next_at > now()) order by w.seen_at"
            + " limit ?",
        (row, _) -> row.getString("intent_id"),
        limit);
  }

  void decided(Intent intent, Decision decision) {
    switch (decision) {
      case Decision.Taken _ -> keep(intent.id(), intent.orderNumber(), "TAKEN", null);
      case Decision.Refused(var reason) ->
          keep(intent.id(), intent.orderNumber(), "REFUSED", reason);
      case Decision.Unclear(var reason) -> await(intent.id(), intent.orderNumber(), reason);
    }
  }

  private void keep(String id, String order, String state, @Nullable String detail) {
    jdbc.update(
        "insert into salesforce_intents (intent_id, order_number, state, detail, attempts, seen_at,"
            + " decided_at, next_at, told) values (?, ?, ?, ?, 1, now(), now(), now(), false) on"
            + " conflict (intent_id) do update set state = excluded.state, detail ="
            + " excluded.detail, order_number = excluded.order_number, attempts ="
            + " salesforce_intents.attempts + 1, decided_at = excluded.decided_at, next_at = now()"
            + " where salesforce_intents.state = 'WAITING'",
        id,
        order,
        state,
        detail);
  }

  /** It is decided again, with growing pauses. */
  void await(String id, String order, String reason) {
    jdbc.update(
        "insert into salesforce_intents (intent_id, order_number, state, detail, attempts, seen_at,"
            + " next_at, told) values (?, ?, 'WAITING', ?, 1, now(), now() + make_interval(secs =>"
            + " ?), false) on conflict (intent_id) do update set detail = excluded.detail, attempts"
            + " = salesforce_intents.attempts + 1, next_at = now() + make_interval(secs => ? *"
            + " power(2, least(salesforce_intents.attempts, ?))) where salesforce_intents.state ="
            + " 'WAITING'",
        id,
        order,
        reason,
        (double) FIRST_PAUSE.toSeconds(),
        (double) FIRST_PAUSE.toSeconds(),
        MOST_DOUBLINGS);
  }

  /**
   * What the org is to be told of an intent.
   *
   * @param takenAt wall time (UTC)
   */
  record Outcome(
      String intentId, String state, @Nullable String detail, int attempts, Instant takenAt) {}

  /** Decided ones that the org has not been told of. */
  List<Outcome> untold(int limit) {
    return jdbc.query(
        "select intent_id, state, detail, attempts, decided_at from salesforce_intents where not"
            + " told and state <> 'WAITING' and complaint is null and next_at <= now() order by"
            + " next_at limit ?",
        (row, _) ->
            new Outcome(
                row.getString("intent_id"),
                row.getString("state"),
                row.getString("detail"),
                row.getInt("attempts"),
                row.getTimestamp("decided_at").toInstant()),
        limit);
  }

  void told(Collection<String> ids) {
    jdbc.update(
        "update salesforce_intents set told = true where intent_id = any (?)",
        (Object) ids.toArray(String[]::new));
  }

  void tellLater(String id, Instant at) {
    jdbc.update(
        "update salesforce_intents set next_at = ? where intent_id = ?", Timestamp.from(at), id);
  }

  /** The org refuses to be told: somebody has to look into it. */
  void complain(String id, String reason) {
    jdbc.update("update salesforce_intents set complaint = ? where intent_id = ?", reason, id);
  }

  /** What waits, and what the org does not want to hear, for operations. */
  List<Map<String, @Nullable Object>> troubles(int limit) {
    return jdbc.queryForList(
        "select intent_id, order_number, state, detail, attempts, seen_at, complaint from"
            + " salesforce_intents where state = 'WAITING' or complaint is not null order by"
            + " seen_at limit ?",
        limit);
  }

  /**
   * Tells the org anew what it did not take.
   *
   * @return how many intents that concerns
   */
  int forgive() {
    return jdbc.update(
        "update salesforce_intents set complaint = null, next_at = now() where complaint is not"
            + " null");
  }

  Map<String, Integer> counts() {
    var counts = new TreeMap<String, Integer>();
    jdbc.query(
        "select state, count(*) as n from salesforce_intents group by state",
        row -> {
          counts.put(row.getString("state"), row.getInt("n"));
        });
    return counts;
  }
}
