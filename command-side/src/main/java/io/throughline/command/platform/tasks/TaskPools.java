package io.throughline.command.platform.tasks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import io.throughline.command.platform.breaker.Breakers;
import io.throughline.command.platform.maintenance.Maintenance;
import io.throughline.kernel.BusinessClock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A db-scheduler for each pool. They run on wall time; business times are converted when a task is
 * planned.
 */
final class TaskPools implements SmartLifecycle {
  private static final int MISSED_HEARTBEATS = 4;

  /** Of the threads: with fewer at work it is looked for more, though never for more than all. */
  private static final double FEW = 0.75;

  private final Map<Pool, Scheduler> schedulers = new EnumMap<>(Pool.class);
  private volatile boolean running;

  TaskPools(
      DataSource dataSource,
      JsonMapper json,
      BusinessClock clock,
      TaskProperties properties,
      TaskMetadata metadata,
      Breakers breakers,
      Maintenance maintenance,
      List<TaskHandler<?>> handlers) {
    var waiting = new WaitingTasks(new JdbcTemplate(dataSource), breakers, maintenance, this::look);
    breakers.whenClosed(waiting::wake);
    maintenance.whenOver(waiting::wake);
    var node = UUID.randomUUID().toString();
    for (var pool : Pool.values()) {
      List<Task<?>> tasks =
          handlers.stream()
              .<Task<?>>map(
                  handler ->
                      new RetriedTask<>(
                              handler, json, clock, properties.backoff(), metadata, waiting)
                          .in(pool))
              .toList();
      schedulers.put(
          pool,
          Scheduler.create(dataSource, tasks)
              .tableName(pool.table())
              .schedulerName(new SchedulerName.Fixed(node))
              .serializer(new JsonTaskData(json))
              .threads(properties.threadsOf(pool))
              .executorService(Executors.newVirtualThreadPerTaskExecutor())
              .pollingInterval(properties.poll())
              .pollUsingLockAndFetch(FEW, 1)
              .heartbeatInterval(properties.heartbeat())
              .missedHeartbeatsLimit(MISSED_HEARTBEATS)
              .deleteUnresolvedAfter(Duration.ofDays(3650))
              .shutdownMaxWait(Duration.ofSeconds(5))
              .build());
    }
  }

  /** There may be something due. */
  void look(Pool pool) {
    var scheduler = schedulers.get(pool);
    if (running && scheduler != null) {
      scheduler.triggerCheckForDueExecutions();
    }
  }

  @Override
  public void start() {
    schedulers.values().forEach(Scheduler::start);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    schedulers.values().parallelStream().forEach(Scheduler::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
