package io.throughline.bench.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How much time is spent on a suite.
 *
 * @param round how long one contender works in one round, wall time
 * @param scale of what is prepared before: 1 in a whole run
 * @param only comparisons with this in their name; all where it is empty
 * @param profile where a flight recording goes, of ours alone in the suite's busiest comparison
 */
public record Effort(
    int rounds, Duration round, double scale, String only, Optional<Path> profile) {
  public static final Effort WHOLE = new Effort(7, Duration.ofSeconds(1), 1, "", Optional.empty());

  /** Enough to see where a figure is going, not to believe it. */
  public static final Effort QUICK =
      new Effort(3, Duration.ofMillis(400), 0.1, "", Optional.empty());

  public Effort rounds(int other) {
    return new Effort(other, round, scale, only, profile);
  }

  public Effort only(String other) {
    return new Effort(rounds, round, scale, other, profile);
  }

  public Effort profile(Path other) {
    return new Effort(rounds, round, scale, only, Optional.of(other));
  }

  public boolean includes(String comparison) {
    return comparison.contains(only);
  }

  public int scaled(int whole) {
    return Math.max(1, (int) Math.round(whole * scale));
  }
}
