package io.throughline.command.platform.maintenance;

import java.time.Instant;

/**
 * A stretch of time in which an account is not asked anything.
 *
 * @param account its name in configuration
 * @param from the first moment, in business time (UTC)
 * @param until the first moment at which it is there again, in business time (UTC)
 */
public record Window(String account, Instant from, Instant until, Source source) {

  /** Who says so. */
  public enum Source {
    CONFIGURED,
    ANNOUNCED,
    /** The system itself: 503 with Retry-After, say. */
    SAID
  }

  boolean isOpenAt(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
