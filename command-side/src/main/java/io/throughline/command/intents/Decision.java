package io.throughline.command.intents;

/** What became of an intent. */
public sealed interface Decision {

  /** Its command is durable; the rest happens by itself. */
  record Taken() implements Decision {}

  /**
   * It will not be done, now or if it is repeated as it is.
   *
   * @param reason one sentence for a person
   */
  record Refused(String reason) implements Decision {}

  /**
   * Nobody knows whether it is durable, or it is not its time: it has to be decided again.
   *
   * @param reason for operations
   */
  record Unclear(String reason) implements Decision {}
}
