package io.throughline.command.eventstore.notary;

/** The notary will not sign; the message says what is wrong with the log, in one line. */
public final class NotaryRefuses extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotaryRefuses(String message) {
    super(message);
  }

  NotaryRefuses(String message, Throwable cause) {
    super(message, cause);
  }
}
