package io.throughline.command.eventstore;

/**
 * An answer on its way into the log with its command: the command carries it as metadata under
 * {@link #METADATA}, and the append takes it from there. A command that decides nothing appends
 * nothing, so whoever sent it has to look whether the answer was taken.
 */
public final class PendingAnswer {
  public static final String METADATA = "throughline.answer";

  private final KeptAnswer answer;
  private volatile boolean kept;

  public PendingAnswer(KeptAnswer answer) {
    this.answer = answer;
  }

  public KeptAnswer answer() {
    return answer;
  }

  /** Whether it is durable. */
  public boolean isKept() {
    return kept;
  }

  void kept() {
    kept = true;
  }
}
