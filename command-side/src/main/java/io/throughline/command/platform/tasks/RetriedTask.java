package io.throughline.command.platform.tasks;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
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
final class RetriedTask {
  private static final Logger log = LoggerFactory.getLogger(RetriedTask.class);

  private RetriedTask() {}

  static <T> Task<TaskData> of(
      TaskHandler<T> handler,
      JsonMapper json,
      BusinessClock clock,
      Backoff backoff,
      TaskMetadata metadata) {
    return Tasks.custom(handler.name(), TaskData.class)
        .onDeadExecutionRevive()
        .execute(
            (instance, _) -> {
              var task = instance.getData();
              var attempt = task.attempts() + 1;
              var next =
                  metadata.within(
                      task.metadata(),
                      handler.name(),
                      () ->
                          attempt(
                              handler,
                              json.treeToValue(task.data(), handler.dataType()),
                              instance.getId(),
                              attempt));
              return switch (next) {
                case Next.Finished _ -> new CompletionHandler.OnCompleteRemove<>();
                case Next.NotYet later ->
                    again(task.withAttempts(0), clock.wallTimeOf(later.businessTime()));
                case Next.TryAgain later -> {
                  var pause =
                      longer(backoff.after(attempt, ThreadLocalRandom.current()), later.atLeast());
                  yield again(task.withAttempts(attempt), Instant.now().plus(pause));
                }
              };
            });
  }

  private static <T> Next attempt(TaskHandler<T> handler, T data, String id, int attempt) {
    try {
      return handler.run(data, attempt);
    } catch (RuntimeException e) {
      log.warn("Attempt {} at {} {} failed and will be repeated", attempt, handler.name(), id, e);
      return new Next.TryAgain(null);
    }
  }

  private static CompletionHandler<TaskData> again(TaskData task, Instant wallTime) {
    return (complete, operations) -> operations.reschedule(complete, wallTime, task);
  }

  private static Duration longer(Duration ours, @Nullable Duration theirs) {
    return theirs != null && theirs.compareTo(ours) > 0 ? theirs : ours;
  }
}
