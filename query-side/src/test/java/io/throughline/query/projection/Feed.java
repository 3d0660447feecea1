package io.throughline.query.projection;

import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.StoredEvent;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.EventFormat;
import io.throughline.query.History;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Folds events into a slice as if Kafka had brought them, numbered from 1 on. */
public final class Feed {
  private final EventFormat format;
  private final int partition = 0;
  private final List<Published> published = new ArrayList<>();

  public Feed() {
    this(new EventFormat());
  }

  /** Writes and reads with the format's keys. */
  public Feed(EventFormat format) {
    this.format = format;
  }

  public Feed add(Event event) {
    var index = published.size() + 1L;
    var recorded =
        new RecordedEvent(
            index,
            aggregate(event),
            aggregate(event) + "/" + subject(event),
            index,
            "event-" + index,
            event,
            Map.of("traceparent", "00-1-2-01"),
            History.AT);
    published.add(
        new Published(
            partition,
            event.belongsTo(),
            CloudEvents.headers(StoredEvent.of(recorded, format)),
            format.write(event)));
    return this;
  }

  private static String aggregate(Event event) {
    return switch (event) {
      case OrderEvent _ -> "order";
      case FulfilmentEvent _ -> "fulfilment";
      default -> "customer";
    };
  }

  private static String subject(Event event) {
    return switch (event) {
      case OrderEvent order -> order.orderId().value();
      case FulfilmentEvent fulfilment -> fulfilment.orderId().value();
      default -> event.belongsTo();
    };
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
        new Published(
            last.partition(), last.owner(), last.headers(), "{".getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  public <V> void into(ViewStore<V> store, Projection<V> projection) {
    into(store, projection, 0, published.size());
  }

  /** As redelivery would: any part again. */
  public <V> void into(ViewStore<V> store, Projection<V> projection, int from, int to) {
    into(store.live(), projection, from, to);
  }

  <V> void into(Generation<V> generation, Projection<V> projection) {
    into(generation, projection, 0, published.size());
  }

  <V> void into(Generation<V> generation, Projection<V> projection, int from, int to) {
    var folding = folding(generation, projection);
    folding.apply(published.subList(from, to));
    folding.flush();
  }

  <V> Folding<V> folding(Generation<V> generation, Projection<V> projection) {
    return new Folding<>(
        projection, generation, format, generation.deadLetters().parked(), Long.MAX_VALUE);
  }

  List<Published> published(int from, int to) {
    return published.subList(from, to);
  }

  int size() {
    return published.size();
  }
}
