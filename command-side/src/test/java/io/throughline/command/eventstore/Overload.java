package io.throughline.command.eventstore;

/** The event store's "not now", for tests of what becomes of it. */
public final class Overload {
  private Overload() {}

  public static EventStoreOverloaded now() {
    return new EventStoreOverloaded(4_096);
  }
}
