package io.throughline.query.projection;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild that is under way, or the last one.
 *
 * @param generation names it among all rebuilds
 * @param version of the projection
 * @param requestedBy an opaque id, or {@code throughline} where the projection's version rose
 * @param changed why other documents are expected; null: none are
 * @param events folded so far
 * @param total events there are
 * @param perSecond events folded a second, of late
 * @param secondsLeft at this pace; null while nobody can say
 * @param difference what the comparison found; null before it
 * @param canRollBack whether what was live before is kept
 */
public record ReplayStatus(
    String slice,
    ReplayState state,
    String generation,
    int version,
    String requestedBy,
    @Nullable String changed,
    Instant startedAt,
    @Nullable Instant endedAt,
    long events,
    long total,
    double perSecond,
    @Nullable Long secondsLeft,
    @Nullable Difference difference,
    boolean canRollBack) {

  /** Between 0 and 100. */
  @JsonProperty
  public int percent() {
    return total == 0 ? 100 : (int) Math.min(100, 100 * events / total);
  }
}
