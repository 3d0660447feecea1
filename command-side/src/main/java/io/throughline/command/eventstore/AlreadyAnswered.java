package io.throughline.command.eventstore;

/**
 * The command's key was used before, here or in another node. Nothing was appended; the first
 * answer counts.
 */
public final class AlreadyAnswered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient KeptAnswer first;

  AlreadyAnswered(KeptAnswer first) {
    super("The key " + first.key().value() + " was answered before.", null, false, false);
    this.first = first;
  }

  public KeptAnswer first() {
    return first;
  }
}
