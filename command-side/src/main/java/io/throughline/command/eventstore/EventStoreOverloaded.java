package io.throughline.command.eventstore;

/**
 * More commands wait for the log than it is ready to hold. Nothing was appended; the command may be
 * sent again.
 */
public final class EventStoreOverloaded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EventStoreOverloaded(int waiting) {
    super(
        waiting + " commands wait for the event store already: try again in a moment.",
        null,
        false,
        false);
  }
}
