package io.throughline.bench.harness;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reached.
 *
 * @param peer against whom; null for a figure of our own
 * @param on {@code ratio} or {@code value}
 * @param op {@code >=} or {@code <=}
 */
public record Goal(
    @JsonIgnore String metric,
    @JsonIgnore @Nullable String peer,
    String on,
    String op,
    double bound) {

  /** At least so many times as good as the peer. */
  public static Goal ratio(Metric metric, String peer, double bound) {
    return new Goal(metric.name(), peer, "ratio", ">=", bound);
  }

  /** At most so much, whatever others do. */
  public static Goal atMost(Metric metric, double bound) {
    return new Goal(metric.name(), null, "value", "<=", bound);
  }

  boolean isMet(double figure) {
    return op.equals(">=") ? figure >= bound : figure <= bound;
  }
}
