package io.throughline.command.platform.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    NOT_ANSWERING,
    /** The account is being maintained, as somebody announced. */
    MAINTENANCE,
    /** The account says that it is not there, as in maintenance that nobody announced. */
    CLOSED
  }

  private final String account;
  private final Reason reason;
  private final Duration retryIn;
  private final transient @Nullable Instant until;

  /**
   * @param retryIn when it is worth trying again (wall time)
   */
  public CallHeld(String account, Reason reason, Duration retryIn) {
    this(account, reason, retryIn, null);
  }

  private CallHeld(String account, Reason reason, Duration retryIn, @Nullable Instant until) {
    super(words(account, reason, until), null, false, false);
    this.account = account;
    this.reason = reason;
    this.retryIn = retryIn;
    this.until = until;
  }

  /**
   * @param isItsOwnWord nobody announced it
   * @param until when it is to be there again (business time, UTC)
   * @param retryIn the same in wall time from now
   */
  public static CallHeld untilMaintained(
      String account, boolean isItsOwnWord, Instant until, Duration retryIn) {
    return new CallHeld(account, isItsOwnWord ? Reason.CLOSED : Reason.MAINTENANCE, retryIn, until);
  }

  private static String words(String account, Reason reason, @Nullable Instant until) {
    return account
        + switch (reason) {
          case NO_PERMIT -> " was not asked: all its permits are in use.";
          case PAUSED -> " was not asked: it has asked for a pause.";
          case NOT_ANSWERING -> " was not asked: it has not answered for a while.";
          case MAINTENANCE -> " was not asked: maintenance until " + toTheSecond(until) + ".";
          case CLOSED -> " says that it is not there before " + toTheSecond(until) + ".";
        };
  }

  private static String toTheSecond(@Nullable Instant moment) {
    return moment == null ? "later" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** When the account is to be there again (business time, UTC), if somebody says so. */
  public Optional<Instant> until() {
    return Optional.ofNullable(until);
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
