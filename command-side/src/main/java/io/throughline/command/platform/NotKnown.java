package io.throughline.command.platform;

/** What the request names is not there. Its message is one sentence for a person. */
public abstract class NotKnown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected NotKnown(String message) {
    super(message, null, false, false);
  }
}
