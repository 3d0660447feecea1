package io.throughline.query.platform;

/** The question cannot be answered as it was put. Its message is one sentence for a person. */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInput(String message) {
    super(message, null, false, false);
  }
}
