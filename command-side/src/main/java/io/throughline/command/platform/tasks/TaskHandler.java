package io.throughline.command.platform.tasks;

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
   * An exception is taken for {@link Next.TryAgain} and logged.
   *
   * @param attempt 1 at first
   */
  Next run(T data, int attempt);
}
