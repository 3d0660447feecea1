package io.throughline.command.eventstore.audit;

/** What was asked cannot be done; the message says why in one line. */
public final class AuditRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AuditRefused(String message) {
    super(message);
  }

  public AuditRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
