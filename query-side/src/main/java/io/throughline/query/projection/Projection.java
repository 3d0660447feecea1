package io.throughline.query.projection;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question's answer as a pure fold of events.
 *
 * @param <V> the view: a record that reads and writes as JSON
 */
public interface Projection<V> {

  /** Names the slice, its database and its consumer group: {@code orderdetails}. */
  String name();

  Class<V> viewType();

  /** The documents that the event changes; none if it does not matter here. */
  Set<String> keysOf(Event event);

  /**
   * The view after the event.
   *
   * @param view as it was; null if there is none yet
   * @throws MissingView if there is none yet and the event does not begin one
   */
  V evolve(@Nullable V view, Event event);

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

  /** The values of {@link #indexedFields()}, kept beside the view. */
  default Map<String, Object> indexed(V view) {
    return Map.of();
  }
}
