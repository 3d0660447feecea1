package io.throughline.bench.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Sales that have a history before anything is measured. */
final class Histories {
  /** As the command side's aggregates have it, and so everybody here. */
  static final int EVENTS_TO_A_SNAPSHOT = 50;

  private static final int AT_A_TIME = 500;

  private Histories() {}

  /**
   * One sale's events, some at a time.
   *
   * @param append is to store them before it returns
   */
  static void write(String order, int events, Consumer<List<DomainEventMessage<?>>> append) {
    var some = new ArrayList<DomainEventMessage<?>>();
    for (var sequence = 0; sequence < events; sequence++) {
      some.add(message(order, sequence, Sale.event(order, sequence)));
      if (some.size() == AT_A_TIME || sequence == events - 1) {
        append.accept(some);
        some.clear();
      }
    }
  }

  /** What is known of a sale after so many events. */
  static DomainEventMessage<?> snapshot(String order, int events) {
    return message(order, events - 1L, new Sale(order, events));
  }

  private static DomainEventMessage<?> message(String order, long sequence, Object payload) {
    return new GenericDomainEventMessage<>("order", "order/" + order, sequence, payload);
  }
}
