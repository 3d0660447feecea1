package io.throughline.command.platform.tasks;

import io.throughline.kernel.BusinessClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans tasks in the caller's transaction: with the processor's token, or not at all. The row is
 * written as db-scheduler would write it, but with {@code on conflict do nothing}, because in
 * PostgreSQL a failed insert would spoil the transaction.
 */
public final class TaskPlanner {
  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final BusinessClock clock;
  private final TaskPools pools;

  TaskPlanner(JdbcTemplate jdbc, JsonMapper json, BusinessClock clock, TaskPools pools) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.pools = pools;
  }

  /**
   * @param kind the handler's name
   * @param id names the task among its kind: a task planned twice under one id is one task
   * @param data what the handler is told
   * @param metadata of the event that caused it
   * @param businessTime not to be run before
   */
  public void plan(
      Pool pool,
      String kind,
      String id,
      Object data,
      Map<String, String> metadata,
      Instant businessTime) {
    jdbc.update(
        "insert into "
            + pool.table()
            + " (task_name, task_instance, task_data, execution_time, picked, version)"
            + " values (?, ?, ?, ?, false, 1) on conflict do nothing",
        kind,
        id,
        json.writeValueAsBytes(new TaskData(json.valueToTree(data), 0, metadata, null)),
        Timestamp.from(clock.wallTimeOf(businessTime)));
    afterCommit(() -> pools.look(pool));
  }

  private static void afterCommit(Runnable action) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              action.run();
            }
          });
    } else {
      action.run();
    }
  }
}
