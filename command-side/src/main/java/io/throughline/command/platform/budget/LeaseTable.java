package io.throughline.command.platform.budget;

import io.throughline.command.platform.budget.Shares.Want;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The leases in PostgreSQL. Whoever renews holds the account's row, so renewals come one after the
 * other; a node takes only what no other node's lease has, so together they never have more than
 * there is. Times are the database's.
 */
final class LeaseTable {
  /** How long drawn calls may be made; so much longer than the window they count. */
  static final Duration BLOCK = Duration.ofSeconds(1);

  /**
   * Takes the account's row, and moves what it allows: down by three tenths when the account
   * refuses, up by one a second while it does not.
   */
  private static final String ADAPT =
      """
      update budget_accounts a set
        allowed = case
          when n.refused and a.shrunk_at < n.at - interval '1 second' then greatest(1, least(a.allowed, n.permits) * 0.7)
          when not n.refused and a.allowed < n.permits and greatest(a.shrunk_at, a.grown_at) < n.at - interval '1 second'
            then least(n.permits, a.allowed + 1)
          else least(a.allowed, n.permits) end,
        shrunk_at = case when n.refused and a.shrunk_at < n.at - interval '1 second' then n.at else a.shrunk_at end,
        grown_at = case
          when not n.refused and a.allowed < n.permits and greatest(a.shrunk_at, a.grown_at) < n.at - interval '1 second'
            then n.at
          else a.grown_at end,
        paused_until = greatest(a.paused_until, n.at + n.pause * interval '1 millisecond')
      from (select ?::boolean as refused, ?::int as permits, ?::bigint as pause, clock_timestamp() as at) n
      where a.account = ?
      returning a.allowed, greatest(0, extract(epoch from a.paused_until - clock_timestamp()) * 1000)::bigint
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  LeaseTable(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setQueryTimeout(2);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /**
   * What a node says when it renews.
   *
   * @param wanted the most calls that it had under way or waiting lately, by lane
   * @param pace calls that it expects to make until the next renewal, by lane
   * @param unused calls of the last block that were not made
   * @param block number of the block that it draws now
   * @param refused the account has refused calls
   * @param pause that the account has asked for
   */
  record Ask(
      String node,
      Map<Lane, Integer> wanted,
      Map<Lane, Integer> pace,
      int unused,
      long block,
      boolean refused,
      Duration pause) {}

  private record Held(String node, int permits, Map<Lane, Integer> wanted) {}

  private record Adapted(double allowed, long pauseMillis) {}

  /**
   * @param shrink told how many permits the node is due, stops new calls beyond them at once, and
   *     says how many it still needs: those must stay its own
   */
  Lease renew(BudgetTerms terms, Ask ask, IntUnaryOperator shrink) {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> {
              var adapted = adapt(terms, ask);
              var allowed = (int) Math.floor(adapted.allowed());
              var permits = divide(terms, ask, allowed, shrink);
              var drawn = terms.rate().isLimited() ? draw(terms, ask) : Map.<Lane, Integer>of();
              return new Lease(permits, allowed, Duration.ofMillis(adapted.pauseMillis()), drawn);
            }));
  }

  private Adapted adapt(BudgetTerms terms, Ask ask) {
    var rows = adapted(terms, ask);
    if (rows.isEmpty()) {
      jdbc.update(
          "insert into budget_accounts (account, allowed) values (?, ?) on conflict do nothing",
          terms.account(),
          terms.permits());
      rows = adapted(terms, ask);
    }
    return rows.getFirst();
  }

  private List<Adapted> adapted(BudgetTerms terms, Ask ask) {
    return jdbc.query(
        ADAPT,
        (row, _) -> new Adapted(row.getDouble(1), row.getLong(2)),
        ask.refused(),
        terms.permits(),
        ask.pause().toMillis(),
        terms.account());
  }

  private int divide(BudgetTerms terms, Ask ask, int allowed, IntUnaryOperator shrink) {
    jdbc.update(
        "delete from budget_leases where account = ? and expires_at < clock_timestamp()",
        terms.account());
    var others =
        leases(terms.account()).stream().filter(it -> !it.node().equals(ask.node())).toList();
    var wants = new ArrayList<Want>();
    wants.add(new Want(ask.node(), ask.wanted()));
    others.forEach(it -> wants.add(new Want(it.node(), it.wanted())));
    var due = Shares.of(allowed, wants).getOrDefault(ask.node(), 0);
    var free = terms.permits() - others.stream().mapToInt(Held::permits).sum();
    var mine = Math.max(0, Math.min(due, free));
    jdbc.update(
        """
        insert into budget_leases (account, node, permits, interactive, workflow, backfill, expires_at)
        values (?, ?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')
        on conflict (account, node) do update set permits = excluded.permits, interactive = excluded.interactive,
          workflow = excluded.workflow, backfill = excluded.backfill, expires_at = excluded.expires_at
        """,
        terms.account(),
        ask.node(),
        shrink.applyAsInt(mine),
        ask.wanted().getOrDefault(Lane.INTERACTIVE, 0),
        ask.wanted().getOrDefault(Lane.WORKFLOW, 0),
        ask.wanted().getOrDefault(Lane.BACKFILL, 0),
        terms.lease().toMillis());
    return mine;
  }

  private List<Held> leases(String account) {
    return jdbc.query(
        "select node, permits, interactive, workflow, backfill from budget_leases where account ="
            + " ?",
        (row, _) ->
            new Held(
                row.getString(1),
                row.getInt(2),
                Map.of(
                    Lane.INTERACTIVE, row.getInt(3),
                    Lane.WORKFLOW, row.getInt(4),
                    Lane.BACKFILL, row.getInt(5))),
        account);
  }

  /**
   * Draws calls from the sliding window. A block counts until its last possible call has left the
   * window, so no stretch of time sees more calls than the rate; each lane leaves those above it a
   * part.
   */
  private Map<Lane, Integer> draw(BudgetTerms terms, Ask ask) {
    var rate = terms.rate();
    jdbc.update(
        "update budget_draws set calls = calls - ? where account = ? and node = ? and block = ?",
        ask.unused(),
        terms.account(),
        ask.node(),
        ask.block() - 1);
    jdbc.update(
        "delete from budget_draws where account = ? and (counts_until < clock_timestamp() or calls"
            + " = 0)",
        terms.account());
    var used =
        Objects.requireNonNull(
            jdbc.queryForObject(
                "select coalesce(sum(calls), 0)::int from budget_draws where account = ?",
                Integer.class,
                terms.account()));
    var drawn = new EnumMap<Lane, Integer>(Lane.class);
    for (var lane : Lane.values()) {
      var room = (int) Math.floor(rate.calls() * lane.ceiling()) - used;
      var calls = Math.clamp(ask.pace().getOrDefault(lane, 0), 0, Math.max(0, room));
      drawn.put(lane, calls);
      used += calls;
    }
    var calls = drawn.values().stream().mapToInt(Integer::intValue).sum();
    jdbc.update(
        "insert into budget_draws (account, node, block, calls, counts_until)"
            + " values (?, ?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')",
        terms.account(),
        ask.node(),
        ask.block(),
        calls,
        rate.per().plus(BLOCK).toMillis());
    return drawn;
  }

  /** The node has no call under way any more. */
  void release(BudgetTerms terms, String node) {
    jdbc.update("delete from budget_leases where account = ? and node = ?", terms.account(), node);
  }
}
