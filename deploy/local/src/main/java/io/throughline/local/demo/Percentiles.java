package io.throughline.local.demo;

import java.time.Duration;
import java.util.Collection;

/**
 * @param p50 milliseconds of wall time; half of the durations are no longer
 * @param p99 milliseconds of wall time
 */
public record Percentiles(double p50, double p99) {
  static final Percentiles NONE = new Percentiles(0, 0);

  /** By nearest rank. */
  static Percentiles of(Collection<Duration> durations) {
    if (durations.isEmpty()) {
      return NONE;
    }
    var sorted = durations.stream().sorted().toList();
    return new Percentiles(
        milliseconds(sorted.get(rank(50, sorted.size()))),
        milliseconds(sorted.get(rank(99, sorted.size()))));
  }

  private static int rank(int percent, int size) {
    return (int) Math.ceil(percent / 100.0 * size) - 1;
  }

  private static double milliseconds(Duration duration) {
    return Math.floor(duration.toNanos() / 1e5) / 10;
  }
}
