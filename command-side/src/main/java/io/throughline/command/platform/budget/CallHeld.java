package io.throughline.command.platform.budget;

import java.time.Duration;

/**
 * A call that was not made, and so is neither failed nor unknown: nothing has happened. It passes
 * through the adapters to whoever can wait: a task comes again later, a request is told so.
 */
public final class CallHeld extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** All permits are in use. */
    NO_PERMIT,
    /** The account has asked for a pause. */
    PAUSED,
    /** The account does not answer, and is left alone until a probe gets through. */
    NOT_ANSWERING
  }

  private final String account;
  private final Reason reason;
  private final Duration retryIn;

  /**
   * @param retryIn when it is worth trying again (wall time)
   */
  public CallHeld(String account, Reason reason, Duration retryIn) {
    super(words(account, reason), null, false, false);
    this.account = account;
    this.reason = reason;
    this.retryIn = retryIn;
  }

  private static String words(String account, Reason reason) {
    return account
        + switch (reason) {
          case NO_PERMIT -> " was not asked: all its permits are in use.";
          case PAUSED -> " was not asked: it has asked for a pause.";
          case NOT_ANSWERING -> " was not asked: it has not answered for a while.";
        };
  }

  public String account() {
    return account;
  }

  public Reason reason() {
    return reason;
  }

  public Duration retryIn() {
    return retryIn;
  }
}
