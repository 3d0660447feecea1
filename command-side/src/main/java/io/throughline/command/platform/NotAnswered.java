package io.throughline.command.platform;

/** Another system would have to say it, and does not. Its message is one sentence for a person. */
public abstract class NotAnswered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected NotAnswered(String message) {
    super(message, null, false, false);
  }
}
