package io.throughline.command.changes;

import io.throughline.command.erp.ErpChanges.Change;
import io.throughline.command.erp.ErpChanges.Kind;
import io.throughline.command.erp.ErpChanges.Mark;
import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.kernel.BusinessClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far the ERP's changes have been taken. The position, what was seen, and the tasks that make
 * something of it are committed together: after a crash the same page is asked for again and
 * nothing of it is lost or taken twice.
 */
@Component
class TakenChanges {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final TaskPlanner planner;
  private final BusinessClock clock;

  TakenChanges(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      TaskPlanner planner,
      BusinessClock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.planner = planner;
    this.clock = clock;
  }

  Mark position(String account, Kind kind) {
    return jdbc
        .query(
            "select modified, record from erp_polls where account = ? and kind = ?",
            (row, _) ->
                new Mark(row.getTimestamp("modified").toLocalDateTime(), row.getLong("record")),
            account,
            kind.name())
        .stream()
        .findFirst()
        .orElse(Mark.BEGINNING);
  }

  /** Takes what was not taken yet, and moves on. Returns how many were new. */
  int take(String account, Kind kind, List<Change> page) {
    var taken =
        transaction.execute(_ -> page.stream().filter(it -> took(account, kind, it)).count());
    return taken == null ? 0 : taken.intValue();
  }

  private boolean took(String account, Kind kind, Change change) {
    var modified = Timestamp.valueOf(change.mark().modified());
    var isNew =
        jdbc.update(
                "insert into erp_changes_taken (account, kind, record, modified)"
                    + " values (?, ?, ?, ?) on conflict do nothing",
                account,
                kind.name(),
                change.mark().id(),
                modified)
            == 1;
    if (isNew && !change.number().isBlank()) {
      planner.plan(
          Pool.ERP,
          taskOf(kind),
          account + "/" + change.mark().id() + "@" + change.mark().modified(),
          new Taken(account, change.number(), change.mark().modified().toString()),
          Map.of(),
          clock.instant());
    }
    jdbc.update(
        "insert into erp_polls (account, kind, modified, record) values (?, ?, ?, ?) on conflict"
            + " (account, kind) do update set modified = excluded.modified, record ="
            + " excluded.record where (excluded.modified, excluded.record) > (erp_polls.modified,"
            + " erp_polls.record)",
        account,
        kind.name(),
        modified,
        change.mark().id());
    return isNew;
  }

  private static String taskOf(Kind kind) {
    return switch (kind) {
      case CUSTOMER -> TakeCustomerTask.NAME;
      case PRODUCT -> TakeProductTask.NAME;
      case DEPOSIT -> TakeDepositTask.NAME;
      case OPEN_INVOICE -> TakeInvoiceTask.OPEN;
      case PAID_INVOICE -> TakeInvoiceTask.PAID;
    };
  }

  /** What lies before the overlap is not asked for again. */
  void forget(String account, Kind kind, Duration overlap) {
    jdbc.update(
        "delete from erp_changes_taken t using erp_polls p where p.account = t.account"
            + " and p.kind = t.kind and t.account = ? and t.kind = ?"
            + " and t.modified < p.modified - make_interval(secs => ?)",
        account,
        kind.name(),
        (double) overlap.multipliedBy(2).toSeconds());
  }

  /**
   * @param number the id that we know the record by
   * @param modified in the ERP's own time
   */
  record Taken(String account, String number, String modified) {

    /**
     * Its number as an id of ours; empty for numbers that none of ours could have.
     *
     * @param id refuses those with an {@link IllegalArgumentException}
     */
    <T> Optional<T> as(Function<String, T> id) {
      try {
        return Optional.of(id.apply(number));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
