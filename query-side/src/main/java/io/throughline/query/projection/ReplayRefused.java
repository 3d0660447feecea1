package io.throughline.query.projection;

/** A rebuild cannot be begun, stopped or undone now. Its message is one sentence for a person. */
public final class ReplayRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReplayRefused(String message) {
    super(message, null, false, false);
  }
}
