package io.throughline.bench.harness;

import java.time.Duration;

/**
 * How much time is spent on a suite.
 *
 * @param round how long one contender works in one round, wall time
 * @param scale of what is prepared before: 1 in a whole run
 * @param only comparisons with this in their name; all where it is empty
 */
public record Effort(int rounds, Duration round, double scale, String only) {
  public static final Effort WHOLE = new Effort(7, Duration.ofMillis(1500), 1, "");

  /** Enough to see where a figure is going, not to believe it. */
  public static final Effort QUICK = new Effort(3, Duration.ofMillis(700), 0.25, "");

  public Effort rounds(int other) {
    return new Effort(other, round, scale, only);
  }

  public Effort only(String other) {
    return new Effort(rounds, round, scale, other);
  }

  public boolean includes(String comparison) {
    return comparison.contains(only);
  }

  public int scaled(int whole) {
    return Math.max(1, (int) Math.round(whole * scale));
  }
}
