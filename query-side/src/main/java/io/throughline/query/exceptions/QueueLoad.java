package io.throughline.query.exceptions;

import io.throughline.kernel.Money;
import io.throughline.kernel.fulfilment.Queue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one queue.
 *
 * @param overdue how many have been open longer than the queue has for them
 * @param held the value without tax that waits, in each currency
 * @param oldest since when the oldest waits (business time, UTC)
 */
record QueueLoad(Queue queue, int open, int overdue, List<Money> held, @Nullable Instant oldest) {

  static QueueLoad of(Queue queue, List<ParkedException> open) {
    var held = new TreeMap<String, Money>();
    open.stream()
        .map(ParkedException::held)
        .filter(Objects::nonNull)
        .forEach(it -> held.merge(it.currency().getCurrencyCode(), it, Money::plus));
    return new QueueLoad(
        queue,
        open.size(),
        (int) open.stream().filter(it -> it.overdueAt() != null).count(),
        List.copyOf(held.values()),
        open.stream().map(ParkedException::since).min(Comparator.naturalOrder()).orElse(null));
  }
}
