package io.throughline.command.platform.tasks;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pause before the next attempt: it doubles from the first, up to a limit, give or take a
 * fifth, so that tasks which failed together do not return together. Wall time, for it gives the
 * other system's machines a rest.
 */
record Backoff(Duration first, Duration limit) {
  private static final double JITTER = 0.2;

  /**
   * @param attempt that failed, from 1
   */
  Duration after(int attempt, RandomGenerator random) {
    var doubled = first.toMillis() * Math.pow(2, Math.min(attempt - 1, 30));
    var pause = Math.min(doubled, limit.toMillis());
    return Duration.ofMillis(Math.round(pause * (1 + JITTER * (2 * random.nextDouble() - 1))));
  }
}
