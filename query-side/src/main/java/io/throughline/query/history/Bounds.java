package io.throughline.query.history;

import io.throughline.query.platform.AsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A question's two times as a ladder's rungs are compared with them: in microseconds, UTC. */
record Bounds(long recorded, long effective) {

  static Bounds of(AsOf asOf) {
    return new Bounds(micros(asOf.recorded()), micros(asOf.effective()));
  }

  private static long micros(@Nullable Instant time) {
    return time == null ? Long.MAX_VALUE : Ladder.down(time);
  }
}
