package io.throughline.command.platform.tasks;

import io.throughline.command.platform.budget.CallHeld;
import java.time.Duration;

/**
 * Carries out the tasks of one kind. A task may run more than once: after a crash nobody knows
 * whether it had finished.
 *
 * @param <T> what a task is told, a record that reads and writes as JSON
 */
public interface TaskHandler<T> {

  /** Names the kind of task in the database: permanent. */
  String name();

  Class<T> dataType();

  /**
   * An exception is taken for {@link Next.TryAgain} and logged; a {@link CallHeld} leads to {@link
   * #held}.
   *
   * @param attempt 1 at first
   */
  Next run(T data, int attempt);

  /**
   * A call that the task needs was not made: it waits, and no attempt is counted.
   *
   * @param since when it was first held in a row (wall time); zero: it is the first time
   */
  default Next held(T data, CallHeld call, Duration since) {
    return switch (call.reason()) {
      case NO_PERMIT, PAUSED -> new Next.Held(call.retryIn(), null);
      case NOT_ANSWERING, CLOSED -> new Next.Held(call.retryIn(), call.account());
      case MAINTENANCE -> new Next.Closed(call.retryIn(), call.account());
    };
  }
}
