package io.throughline.command.platform;

/** Whoever asks has not the role for it. Its message is one sentence for a person. */
public abstract class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected NotAllowed(String message) {
    super(message, null, false, false);
  }
}
