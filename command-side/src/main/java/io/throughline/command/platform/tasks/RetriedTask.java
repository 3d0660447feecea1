package io.throughline.command.platform.tasks;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.budget.CallScope;
import io.throughline.command.platform.budget.Lane;
import io.throughline.kernel.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a handler, and again as long as it asks for it. A task leaves the database only when it is
 * finished.
 */
final class RetriedTask<T> {
  private static final Logger log = LoggerFactory.getLogger(RetriedTask.class);

  /** Not worth waking from sooner. */
  private static final Duration LONG = Duration.ofSeconds(1);

  private final TaskHandler<T> handler;
  private final JsonMapper json;
  private final BusinessClock clock;
  private final Backoff backoff;
  private final TaskMetadata metadata;
  private final WaitingTasks waiting;

  RetriedTask(
      TaskHandler<T> handler,
      JsonMapper json,
      BusinessClock clock,
      Backoff backoff,
      TaskMetadata metadata,
      WaitingTasks waiting) {
    this.handler = handler;
    this.json = json;
    this.clock = clock;
    this.backoff = backoff;
    this.metadata = metadata;
    this.waiting = waiting;
  }

  /** As db-scheduler wants it, for the pool's table. */
  Task<TaskData> in(Pool pool) {
    return Tasks.custom(handler.name(), TaskData.class)
        .onDeadExecutionRevive()
        .execute(
            (instance, _) ->
                metadata.within(
                    instance.getData().metadata(),
                    handler.name(),
                    () ->
                        CallScope.within(
                            Lane.WORKFLOW, () -> run(pool, instance.getData(), instance.getId()))));
  }

  private CompletionHandler<TaskData> run(Pool pool, TaskData task, String id) {
    var attempt = task.attempts() + 1;
    return switch (attempt(task, id, attempt)) {
      case Next.Finished _ -> new CompletionHandler.OnCompleteRemove<>();
      case Next.NotYet later -> again(task.withAttempts(0), clock.wallTimeOf(later.businessTime()));
      case Next.TryAgain later -> {
        var pause = longer(backoff.after(attempt, ThreadLocalRandom.current()), later.atLeast());
        var next = again(task.withAttempts(attempt), Instant.now().plus(pause));
        yield later.atLeast() == null && pause.compareTo(LONG) > 0
            ? CallScope.troubled()
                .map(account -> waking(next, () -> waiting.add(pool, handler.name(), id, account)))
                .orElse(next)
            : next;
      }
      case Next.Held held -> {
        var now = Instant.now();
        var next = again(task.heldSince(now), now.plus(held.pause()));
        var account = held.waitsFor();
        yield account == null
            ? next
            : waking(next, () -> waiting.addHeld(pool, handler.name(), id, account));
      }
      case Next.Closed(var pause, var account) ->
          waking(
              again(task.withAttempts(task.attempts()), Instant.now().plus(pause)),
              () -> waiting.addHeld(pool, handler.name(), id, account));
    };
  }

  private Next attempt(TaskData task, String id, int attempt) {
    var data = json.treeToValue(task.data(), handler.dataType());
    try {
      try {
        return handler.run(data, attempt);
      } catch (CallHeld held) {
        return handler.held(data, held, since(task.heldSince()));
      }
    } catch (RuntimeException e) {
      log.warn("Attempt {} at {} {} failed and will be repeated", attempt, handler.name(), id, e);
      return new Next.TryAgain(null);
    }
  }

  private static Duration since(@Nullable Instant moment) {
    return moment == null ? Duration.ZERO : Duration.between(moment, Instant.now());
  }

  private static CompletionHandler<TaskData> again(TaskData task, Instant wallTime) {
    return (complete, operations) -> operations.reschedule(complete, wallTime, task);
  }

  /** Comes again at its time, or when the account answers again, whichever is first. */
  private static CompletionHandler<TaskData> waking(
      CompletionHandler<TaskData> next, Runnable noted) {
    return (complete, operations) -> {
      next.complete(complete, operations);
      noted.run();
    };
  }

  private static Duration longer(Duration ours, @Nullable Duration theirs) {
    return theirs != null && theirs.compareTo(ours) > 0 ? theirs : ours;
  }
}
