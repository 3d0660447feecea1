package io.throughline.command.platform.tasks;

import io.throughline.command.platform.breaker.Breakers;
import io.throughline.command.platform.maintenance.Maintenance;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tasks that wait for an account that does not answer. They sleep long, so that they cost nothing
 * meanwhile, and are woken as soon as it answers again; how many are carried out at a time is for
 * the threads and the account's budget to say, so waking all of them is no onrush.
 */
final class WaitingTasks {
  private final JdbcTemplate jdbc;
  private final Breakers breakers;
  private final Maintenance maintenance;
  private final Consumer<Pool> look;

  /**
   * @param look told of a pool in which something may be due
   */
  WaitingTasks(JdbcTemplate jdbc, Breakers breakers, Maintenance maintenance, Consumer<Pool> look) {
    this.jdbc = jdbc;
    this.breakers = breakers;
    this.maintenance = maintenance;
    this.look = look;
  }

  /** A call was held; looks again when that is noted, for the account may have answered since. */
  void addHeld(Pool pool, String kind, String id, String account) {
    add(pool, kind, id, account);
    if (!breakers.isOpen(account) && !maintenance.isOpen(account)) {
      wake(pool, account);
    }
  }

  /** A call failed, and may go on failing: it is woken only when the account was down. */
  void add(Pool pool, String kind, String id, String account) {
    jdbc.update(
        "update "
            + pool.table()
            + " set waits_for = ? where task_name = ? and task_instance = ? and not picked",
        account,
        kind,
        id);
  }

  /** The account answers again: the oldest tasks go first. */
  void wake(String account) {
    for (var pool : Pool.values()) {
      wake(pool, account);
    }
  }

  private void wake(Pool pool, String account) {
    var woken =
        jdbc.update(
            "update "
                + pool.table()
                + " set waits_for = null, execution_time = least(execution_time, planned_at)"
                + " where waits_for = ? and not picked",
            account);
    if (woken > 0) {
      look.accept(pool);
    }
  }
}
