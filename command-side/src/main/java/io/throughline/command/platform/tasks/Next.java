package io.throughline.command.platform.tasks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a task after it ran. */
public sealed interface Next {

  /** It is done. */
  record Finished() implements Next {}

  /** It was not time yet: run again, with its attempts counted from the beginning. */
  record NotYet(Instant businessTime) implements Next {}

  /**
   * It did not succeed: run again with growing pauses.
   *
   * @param atLeast the other side asked for so long a pause (wall time)
   */
  record TryAgain(@Nullable Duration atLeast) implements Next {}

  /**
   * Nothing was tried: run again without counting an attempt, and sooner if what it waits for is
   * there again.
   *
   * @param pause at most (wall time)
   * @param waitsFor an account that does not answer; null: for a permit
   */
  record Held(Duration pause, @Nullable String waitsFor) implements Next {}

  /**
   * As {@link Held}, but as somebody announced: what counts for how long it could not be tried
   * begins anew afterwards.
   */
  record Closed(Duration pause, String waitsFor) implements Next {}
}
