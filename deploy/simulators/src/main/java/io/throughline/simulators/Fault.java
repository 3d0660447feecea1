package io.throughline.simulators;

/** How a call can go wrong. */
public enum Fault {
  /** The answer takes its time. */
  SLOW,
  /** 429 with Retry-After. */
  TOO_MANY_REQUESTS,
  /** 500, and nothing was done. */
  SERVER_ERROR,
  /** The connection breaks, and nothing was done. */
  DROPPED_BEFORE,
  /** The connection breaks after the work was done: nobody hears of it. */
  DROPPED_AFTER;

  boolean breaksTheConnection() {
    return switch (this) {
      case SLOW, TOO_MANY_REQUESTS, SERVER_ERROR -> false;
      case DROPPED_BEFORE, DROPPED_AFTER -> true;
    };
  }
}
