package io.throughline.query.projection;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.StoredEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question's answer as a pure fold of events.
 *
 * @param <V> the view: a record that reads and writes as JSON
 */
public interface Projection<V> {

  /** Names the slice, its database and its consumer groups: {@code orderdetails}. */
  String name();

  /**
   * Raised whenever the same events give other documents than before. The views are then folded
   * anew beside the live ones, which stay readable: a view takes what the version before it wrote.
   */
  default int version() {
    return 1;
  }

  Class<V> viewType();

  /** The documents that the event changes; none if it does not matter here. */
  Set<String> keysOf(Event event);

  /**
   * The same, where several partitions feed one figure: a document must be fed from one partition
   * alone, so such a figure has a document for each, and they are added up on reading.
   */
  default Set<String> keysOf(Event event, int partition) {
    return keysOf(event);
  }

  /**
   * Whether no document is about more than one order. An order's event that nobody can read then
   * stops that order; else it stops its customer.
   */
  default boolean keepsOrdersApart() {
    return false;
  }

  /**
   * The view after the event.
   *
   * @param view as it was; null if there is none yet
   * @throws MissingView if there is none yet and the event does not begin one
   */
  V evolve(@Nullable V view, Event event);

  /**
   * The same for a view that tells where its events stand in the log, or keeps them.
   *
   * @param event what was stored, opened
   * @param stored byte by byte; what is sealed stays sealed
   */
  default V evolve(@Nullable V view, Event event, StoredEvent stored) {
    return evolve(view, event);
  }

  /**
   * What is finished of a view that has grown long, as a document of its own that no event changes
   * any more but the customer's erasure. It must follow from the events alone, for it may be
   * written again.
   */
  default Optional<Split<V>> split(V view) {
    return Optional.empty();
  }

  /**
   * @param key of the finished document, for good
   * @param rest stays under the key that the view had
   */
  record Split<V>(String key, V finished, V rest) {}

  /**
   * Whose document it is. When that customer's data is erased, each of the customer's documents is
   * folded with {@code CustomerErased}, whatever {@link #keysOf} says, and must come out as if it
   * had been folded from events that read {@code [erased]}.
   */
  CustomerId customerOf(V view);

  /** The fields that the slice's queries filter and sort by; each has an index. */
  default List<String> indexedFields() {
    return List.of();
  }

  /** Indexes on several fields; a leading {@code -} is for descending. */
  default List<List<String>> compoundIndexes() {
    return List.of();
  }

  /** The values of the fields that have indexes, kept beside the view. */
  default Map<String, Object> indexed(V view) {
    return Map.of();
  }
}
