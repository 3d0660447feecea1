package io.throughline.bench.query;

import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.StoredEvent;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.EventFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic of events, filled as the publisher fills it, with an index that has no gaps. */
final class EventTopic implements AutoCloseable {
  private static final int PARTITIONS = 6;

  private final EventFormat format = new EventFormat();
  private final KafkaProducer<String, byte[]> producer;
  private long index;

  EventTopic(String bootstrapServers) throws InterruptedException, ExecutionException {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .createTopics(
              List.of(new NewTopic(CloudEvents.TOPIC, Optional.of(PARTITIONS), Optional.empty())))
          .all()
          .get();
    }
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "linger.ms",
                0,
                "batch.size",
                64 << 10),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Recorded now. Sent in order, and there once {@link #flush} returns. */
  void add(Event event) {
    index++;
    var aggregate = aggregate(event);
    var stored =
        StoredEvent.of(
            new RecordedEvent(
                index,
                aggregate.substring(0, aggregate.indexOf('/')),
                aggregate,
                index,
                id(index),
                event,
                Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                Instant.now()),
            format);
    var record = new ProducerRecord<>(CloudEvents.TOPIC, event.belongsTo(), stored.payload());
    CloudEvents.headers(stored)
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    var _ = producer.send(record);
  }

  /** Of the event that is added next: what is folded from it says so. */
  String nextId() {
    return id(index + 1);
  }

  private static String id(long index) {
    return "e-" + index;
  }

  private static String aggregate(Event event) {
    return switch (event) {
      case OrderEvent order -> "order/" + order.orderId();
      case FulfilmentEvent fulfilment -> "fulfilment/" + fulfilment.orderId();
      default -> "customer/" + event.belongsTo();
    };
  }

  void flush() {
    producer.flush();
  }

  long size() {
    return index;
  }

  /**
   * Whole lives of orders, so many open at any time; those that are delayed stay open long.
   *
   * @param progress is told of every ten thousandth event
   */
  void fill(int orders, int open, LongConsumer progress) {
    var random = new Random(1);
    var stories = new ArrayList<OrderStory>();
    var reached = new ArrayList<Integer>();
    var next = 0;
    while (next < orders || !stories.isEmpty()) {
      while (next < orders && stories.size() < open) {
        stories.add(new OrderStory(next++));
        reached.add(0);
      }
      var slot = random.nextInt(stories.size());
      var story = stories.get(slot);
      int sequence = reached.get(slot);
      add(story.event(sequence));
      if (index % 10_000 == 0) {
        progress.accept(index);
      }
      if (sequence + 1 < story.length()) {
        reached.set(slot, sequence + 1);
      } else {
        var last = stories.size() - 1; // the last takes the place of what is done
        stories.set(slot, stories.get(last));
        reached.set(slot, reached.get(last));
        stories.remove(last);
        reached.remove(last);
      }
    }
    flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
