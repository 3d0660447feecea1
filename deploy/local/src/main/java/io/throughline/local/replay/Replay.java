package io.throughline.local.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query side says of a replay.
 *
 * @param state BUILDING, COMPARING, DIFFERS, SWITCHED, ABANDONED or ROLLED_BACK
 * @param perSecond events a second, of late
 * @param secondsLeft null while nobody can say
 */
public record Replay(
    String slice,
    String state,
    String generation,
    int version,
    String requestedBy,
    @Nullable String changed,
    Instant startedAt,
    @Nullable Instant endedAt,
    long events,
    long total,
    int percent,
    double perSecond,
    @Nullable Long secondsLeft,
    @Nullable Difference difference,
    boolean canRollBack) {

  /** Documents of both, how many are not the same, and keys of some of those. */
  public record Difference(
      long live,
      long rebuilt,
      long differing,
      List<String> examples,
      String liveHash,
      String rebuiltHash) {}

  public boolean isUnderWay() {
    return state.equals("BUILDING") || state.equals("COMPARING");
  }

  public boolean isLive() {
    return state.equals("SWITCHED");
  }
}
