package io.throughline.command.eventstore;

/**
 * The caller's id for one command, by which a repetition is known.
 *
 * @param actor whose key it is: two callers may use the same one
 */
public record CommandKey(String actor, String value) {

  public CommandKey {
    if ((actor + value).indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A key has no NUL character.");
    }
  }
}
