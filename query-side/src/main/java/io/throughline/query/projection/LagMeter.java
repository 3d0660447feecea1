package io.throughline.query.projection;

import io.throughline.kernel.format.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees how far every slice is behind: where the topic ends, against the positions that the nodes
 * write. It is the same on each node, whoever reads which partition, and whether anybody does.
 */
final class LagMeter {
  private static final Logger log = LoggerFactory.getLogger(LagMeter.class);
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PEEK = Duration.ofMillis(500);

  /**
   * Where the topic ended at a moment.
   *
   * @param partitions each one's end
   */
  record Ends(String topicId, Map<Integer, Long> partitions) {

    long behind(Map<Integer, Position> positions) {
      return partitions.entrySet().stream()
          .mapToLong(end -> Math.max(0, end.getValue() - offset(positions, end.getKey())))
          .sum();
    }

    long read(Map<Integer, Position> positions) {
      return partitions.keySet().stream().mapToLong(it -> offset(positions, it)).sum();
    }

    long total() {
      return partitions.values().stream().mapToLong(Long::longValue).sum();
    }

    static long offset(Map<Integer, Position> positions, int partition) {
      var position = positions.get(partition);
      return position == null ? 0 : position.offset();
    }
  }

  private final KafkaAccess kafka;
  private final Supplier<List<Slice<?>>> slices;
  private volatile boolean running;
  private Thread thread = Thread.ofPlatform().unstarted(() -> {});

  LagMeter(KafkaAccess kafka, Supplier<List<Slice<?>>> slices) {
    this.kafka = kafka;
    this.slices = slices;
  }

  void start() {
    running = true;
    thread = Thread.ofPlatform().name("slices-lag").start(this::run);
  }

  private void run() {
    while (running) {
      try (var onlooker =
          new KafkaConsumer<>(
              kafka.onlooker(), new StringDeserializer(), new ByteArrayDeserializer())) {
        var topicId = kafka.topicId();
        while (running) {
          var ends = ends(onlooker, topicId);
          for (var slice : slices.get()) {
            slice.measure(ends, (positions, behind) -> oldest(onlooker, positions, behind));
          }
          TimeUnit.NANOSECONDS.sleep(EVERY.toNanos());
        }
      } catch (InterruptedException e) {
        return; // asked to stop
      } catch (RuntimeException e) {
        log.debug("The lag cannot be measured: {}", e.getMessage());
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    } catch (InterruptedException e) {
      running = false;
    }
  }

  static Ends ends(Consumer<String, byte[]> onlooker, String topicId) {
    var partitions =
        onlooker.partitionsFor(CloudEvents.TOPIC).stream()
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .toList();
    var ends = new HashMap<Integer, Long>();
    onlooker.endOffsets(partitions).forEach((it, end) -> ends.put(it.partition(), end));
    return new Ends(topicId, ends);
  }

  /** Finds when the oldest event that waits was recorded. */
  interface Peek {
    @Nullable Instant oldest(Map<Integer, Position> positions, Ends ends);
  }

  private static @Nullable Instant oldest(
      Consumer<String, byte[]> onlooker, Map<Integer, Position> positions, Ends ends) {
    var waiting =
        ends.partitions().entrySet().stream()
            .filter(end -> end.getValue() > Ends.offset(positions, end.getKey()))
            .map(end -> new TopicPartition(CloudEvents.TOPIC, end.getKey()))
            .toList();
    onlooker.assign(waiting);
    for (var partition : waiting) {
      onlooker.seek(partition, Ends.offset(positions, partition.partition()));
    }
    Instant oldest = null;
    var seen = 0;
    var until = System.nanoTime() + PEEK.toNanos();
    while (seen < waiting.size() && System.nanoTime() < until) {
      for (var record : onlooker.poll(Duration.ofMillis(50))) {
        onlooker.pause(List.of(new TopicPartition(record.topic(), record.partition())));
        seen++;
        var header = record.headers().lastHeader(CloudEvents.RECORDED_TIME);
        var at =
            header == null
                ? Instant.ofEpochMilli(record.timestamp())
                : Instant.parse(new String(header.value(), StandardCharsets.UTF_8));
        oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
      }
    }
    onlooker.unsubscribe();
    return oldest;
  }

  void stop() {
    running = false;
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
