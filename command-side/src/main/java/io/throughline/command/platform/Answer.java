package io.throughline.command.platform;

import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Finding;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What another system answered. Only {@link Done} and {@link Refused} are definite; after the other
 * two nobody knows whether the work was done, so it is asked for again under the same key.
 *
 * @param <T> what a definite yes brings
 */
public sealed interface Answer<T> {

  record Done<T>(T value) implements Answer<T> {}

  /**
   * A definite no.
   *
   * @param findings what is wrong, the most important first; at least one
   * @param answer what the other system said, in its own words, cut to 2,000 characters
   */
  record Refused<T>(List<Finding> findings, String answer) implements Answer<T> {}

  /**
   * The other system is there but wants us later: too many requests, maintenance, an error of its
   * own.
   *
   * @param retryAfter how long it asks us to wait (wall time), if it says
   * @param cause why, where that can be told: what the work is parked for if it never gets through
   */
  record Busy<T>(String answer, @Nullable Duration retryAfter, @Nullable Cause cause)
      implements Answer<T> {

    public Busy(String answer, @Nullable Duration retryAfter) {
      this(answer, retryAfter, null);
    }
  }

  /**
   * No answer, or one that was cut off: the work may have been done. A timeout is this, never a
   * failure.
   */
  record Unknown<T>(String reason) implements Answer<T> {}

  /** Goes on with a definite yes; everything else stays what it is. */
  default <R> Answer<R> then(Function<T, Answer<R>> next) {
    return switch (this) {
      case Done<T>(var value) -> next.apply(value);
      case Refused<T>(var findings, var answer) -> new Refused<>(findings, answer);
      case Busy<T>(var answer, var retryAfter, var cause) -> new Busy<>(answer, retryAfter, cause);
      case Unknown<T>(var reason) -> new Unknown<>(reason);
    };
  }

  default <R> Answer<R> map(Function<T, R> change) {
    return then(value -> new Done<>(change.apply(value)));
  }
}
