package io.throughline.local.demo;

import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.OrderEvent.OrderAccepted;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.WireNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The event topic read once from its beginning to its end.
 *
 * @param count distinct events: after a crash the publisher may send some again
 * @param submitToAccepted between the recorded times (wall) of an order's submission and its
 *     acceptance by the ERP
 */
record PublishedEvents(int count, Percentiles submitToAccepted) {
  private static final String SUBMITTED = WireNames.of(OrderSubmitted.class);
  private static final String ACCEPTED = WireNames.of(OrderAccepted.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * @param orders whose latency counts
   */
  static PublishedEvents read(String bootstrapServers, Set<OrderId> orders) {
    var reading = new Reading();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(CloudEvents.TOPIC).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (!partitions.stream()
          .allMatch(
              partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L))) {
        consumer.poll(POLL).forEach(reading::take);
      }
    }
    return reading.result(orders);
  }

  private static final class Reading {
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Instant> submitted = new HashMap<>();
    private final Map<String, Instant> accepted = new HashMap<>();

    void take(ConsumerRecord<String, byte[]> event) {
      var headers = event.headers();
      ids.add(text(headers, CloudEvents.ID));
      var type = text(headers, CloudEvents.TYPE);
      if (type.equals(SUBMITTED)) {
        submitted.putIfAbsent(
            text(headers, "ce_subject"), Instant.parse(text(headers, CloudEvents.RECORDED_TIME)));
      } else if (type.equals(ACCEPTED)) {
        accepted.putIfAbsent(
            text(headers, "ce_subject"), Instant.parse(text(headers, CloudEvents.RECORDED_TIME)));
      }
    }

    PublishedEvents result(Set<OrderId> orders) {
      var latencies =
          orders.stream()
              .map(OrderId::value)
              .filter(order -> submitted.containsKey(order) && accepted.containsKey(order))
              .map(order -> Duration.between(submitted.get(order), accepted.get(order)))
              .toList();
      return new PublishedEvents(ids.size(), Percentiles.of(latencies));
    }

    private static String text(Headers headers, String name) {
      var header = headers.lastHeader(name);
      if (header == null) {
        throw new IllegalStateException("A published event lacks its header " + name + ".");
      }
      return new String(header.value(), StandardCharsets.UTF_8);
    }
  }
}
