package io.throughline.query.projection;

import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.StoredEvent;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.EventFormat;
import io.throughline.query.History;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folds events into a slice as if Kafka had brought them, numbered from 1 on. */
public final class Feed {
  private final EventFormat format = new EventFormat();
  private final List<Batch.Published> published = new ArrayList<>();

  public Feed add(Event event) {
    var index = published.size() + 1L;
    var recorded =
        new RecordedEvent(
            index,
            "order",
            "X",
            index,
            "event-" + index,
            event,
            Map.of("traceparent", "00-1-2-01"),
            History.AT);
    published.add(
        new Batch.Published(
            event.belongsTo(),
            CloudEvents.headers(StoredEvent.of(recorded, format)),
            format.write(event)));
    return this;
  }

  public Feed add(List<Event> events) {
    events.forEach(this::add);
    return this;
  }

  /** An event whose bytes nobody can read. */
  public Feed addBroken(Event event) {
    add(event);
    var last = published.removeLast();
    published.add(
        new Batch.Published(
            last.partitionKey(), last.headers(), "{".getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  public <V> void into(ViewStore<V> store, Projection<V> projection) {
    into(store, projection, 0, published.size());
  }

  /** As redelivery would: any part again. */
  public <V> void into(ViewStore<V> store, Projection<V> projection, int from, int to) {
    Set<String> parked = new HashSet<>(store.parkedKeys());
    new Batch<>(projection, store, format, parked).apply(published.subList(from, to));
  }
}
