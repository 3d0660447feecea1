package io.throughline.command.eventstore;

import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.StoredEvent;
import java.util.List;

/** The log, read. */
public interface EventLog {

  /**
   * One aggregate's events, in order; empty where there is none.
   *
   * @param aggregate its type and id: {@code order/NW-10248}
   */
  default List<RecordedEvent> of(String aggregate) {
    return from(aggregate, 0);
  }

  /**
   * One aggregate's events from one of them on, in order.
   *
   * @param sequence of the first that is wanted; an aggregate's first event has 0
   */
  List<RecordedEvent> from(String aggregate, long sequence);

  /** Whether anything has happened to the aggregate; none of its events is read. */
  boolean has(String aggregate);

  /**
   * Events of all aggregates, in the order of commits.
   *
   * @param globalIndex of the last event already seen; 0 to begin with the first
   * @param limit at most so many
   */
  List<RecordedEvent> after(long globalIndex, int limit);

  /** The same events as {@link #after}, byte by byte as they are stored; nothing is opened. */
  List<StoredEvent> storedAfter(long globalIndex, int limit);

  /** The global index of the last event; 0 where there is none. */
  long head();
}
