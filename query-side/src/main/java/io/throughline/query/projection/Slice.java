package io.throughline.query.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.approval.Subject.EvictDeadLetter;
import io.throughline.kernel.approval.Subject.PatchDeadLetter;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.EventFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One slice at work: a consumer group of its own, so that nodes share its partitions and no other
 * slice can hold it up.
 *
 * @param <V> the view
 */
public final class Slice<V> {
  private static final Logger log = LoggerFactory.getLogger(Slice.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration MEASURED_EVERY = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Projection<V> projection;
  private final ViewStore<V> store;
  private final Map<String, Object> kafka;
  private final Timer eventToView;
  private final EventFormat format;
  private final Object folding = new Object();
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<TopicPartition, Long> endsAtStart = new HashMap<>();
  private volatile Set<String> parked = Set.of();
  private volatile boolean running;
  private volatile @Nullable Consumer<String, byte[]> consumer;
  private volatile @Nullable String trouble = "It has not started.";
  private volatile SliceProgress progress;
  private long measuredAt;
  private boolean triedAgain;
  private Thread thread = Thread.ofPlatform().unstarted(() -> {});

  Slice(
      Projection<V> projection,
      ViewStore<V> store,
      Map<String, Object> kafka,
      EventFormat format,
      MeterRegistry meters) {
    this.projection = projection;
    this.store = store;
    this.kafka = new HashMap<>(kafka);
    this.format = format;
    this.progress = new SliceProgress(projection.name(), 0, 0, true, 0, 0, 0);
    this.kafka.put("group.id", "throughline-" + projection.name());
    this.kafka.put("enable.auto.commit", "false");
    this.kafka.put("auto.offset.reset", "earliest");
    this.kafka.put("max.poll.records", "1000");
    this.kafka.put("metadata.max.age.ms", "5000"); // the topic may be made after we start
    this.eventToView =
        Timer.builder("throughline.event_to_view")
            .description("From recording an event to its view, while not catching up")
            .tag("slice", projection.name())
            .publishPercentiles(0.5, 0.99)
            .register(meters);
    Gauge.builder("throughline.lag.events", () -> progress.events())
        .tag("slice", projection.name())
        .register(meters);
    Gauge.builder("throughline.lag.millis", () -> progress.millis())
        .tag("slice", projection.name())
        .register(meters);
    Gauge.builder("throughline.dead_letters", () -> progress.deadLetters())
        .tag("slice", projection.name())
        .register(meters);
  }

  public ViewStore<V> store() {
    return store;
  }

  public SliceProgress progress() {
    return progress;
  }

  /** Why the slice does not go on at the moment; null while it does. */
  @Nullable String trouble() {
    return trouble;
  }

  void start() {
    running = true;
    thread = Thread.ofPlatform().name("slice-" + projection.name()).start(this::run);
  }

  private void run() {
    while (running) {
      try (var current =
          new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer = current;
        store.ensureIndexes(projection.indexedFields());
        if (!triedAgain) {
          store.parkedKeys().forEach(this::retry); // whoever mended the slice has started it anew
          triedAgain = true;
        }
        parked = store.parkedKeys();
        follow(current);
      } catch (WakeupException e) {
        return; // asked to stop
      } catch (RuntimeException e) {
        pause(e);
      }
    }
  }

  private void pause(RuntimeException e) {
    trouble = String.valueOf(e.getMessage());
    if (running) {
      log.warn("Slice {} pauses and is tried again: {}", projection.name(), e.getMessage());
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      } catch (InterruptedException interrupted) {
        running = false;
      }
    }
  }

  private void follow(Consumer<String, byte[]> current) {
    var topicId = topicId();
    current.subscribe(List.of(CloudEvents.TOPIC), new Seek(current, topicId));
    while (running) {
      var records = current.poll(POLL);
      for (var partition : records.partitions()) {
        fold(topicId, partition, records.records(partition));
      }
      trouble = null;
      if (System.nanoTime() - measuredAt > MEASURED_EVERY.toNanos()) {
        measure(current);
        measuredAt = System.nanoTime();
      }
    }
  }

  private void fold(
      String topicId, TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
    List<RecordedEvent> events;
    synchronized (folding) {
      var keys = new HashSet<>(parked);
      events =
          new Batch<>(projection, store, format, keys)
              .apply(records.stream().map(Slice::published).toList());
      parked = keys;
    }
    settle(events);
    var next = records.getLast().offset() + 1;
    var last = events.isEmpty() ? progress.globalIndex() : events.getLast().globalIndex();
    store.write(new Position(topicId, partition.partition(), next, last));
    positions.put(partition, next);
    var now = Instant.now();
    if (!progress.catchingUp()) {
      events.forEach(event -> eventToView.record(Duration.between(event.recordedAt(), now)));
    }
    progress =
        new SliceProgress(
            projection.name(),
            progress.events(),
            events.isEmpty()
                ? 0
                : Math.max(0, Duration.between(events.getLast().recordedAt(), now).toMillis()),
            progress.catchingUp(),
            progress.percent(),
            progress.deadLetters(),
            Math.max(progress.globalIndex(), last));
  }

  private static Batch.Published published(ConsumerRecord<String, byte[]> record) {
    var headers = new HashMap<String, String>();
    record
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return new Batch.Published(record.key(), headers, record.value());
  }

  private void measure(Consumer<String, byte[]> current) {
    var ends = current.endOffsets(current.assignment());
    var behind =
        ends.entrySet().stream()
            .mapToLong(
                end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L)))
            .sum();
    var total = endsAtStart.values().stream().mapToLong(Long::longValue).sum();
    var read =
        endsAtStart.entrySet().stream()
            .mapToLong(end -> Math.min(end.getValue(), positions.getOrDefault(end.getKey(), 0L)))
            .sum();
    var catchingUp = current.assignment().isEmpty() || read < total;
    progress =
        new SliceProgress(
            projection.name(),
            behind,
            behind == 0 ? 0 : progress.millis(),
            catchingUp,
            total == 0 ? 100 : (int) (100 * read / total),
            store.deadLetterCount(),
            progress.globalIndex());
  }

  private String topicId() {
    try (var admin = Admin.create(adminSettings())) {
      var described = admin.describeTopics(List.of(CloudEvents.TOPIC)).topicNameValues();
      return Objects.requireNonNull(described.get(CloudEvents.TOPIC))
          .get(10, TimeUnit.SECONDS)
          .topicId()
          .toString();
    } catch (ExecutionException e) {
      throw new KafkaException(
          "The topic " + CloudEvents.TOPIC + " is not there yet.", e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new KafkaException(
          "Kafka did not answer about the topic " + CloudEvents.TOPIC + ".", e);
    }
  }

  private Map<String, Object> adminSettings() {
    var settings = new HashMap<String, Object>();
    kafka.forEach(
        (name, value) -> {
          if (name.equals("bootstrap.servers")
              || name.startsWith("ssl.")
              || name.startsWith("sasl.")
              || name.equals("security.protocol")) {
            settings.put(name, value);
          }
        });
    return settings;
  }

  /** Goes on where the slice's own database says, not where Kafka remembers. */
  private final class Seek implements ConsumerRebalanceListener {
    private final Consumer<String, byte[]> current;
    private final String topicId;

    Seek(Consumer<String, byte[]> current, String topicId) {
      this.current = current;
      this.topicId = topicId;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      endsAtStart.putAll(current.endOffsets(partitions));
      synchronized (folding) {
        parked = store.parkedKeys(); // other nodes may have parked some of them
      }
      for (var partition : partitions) {
        var known = store.position(topicId, partition.partition());
        var offset = known.map(Position::offset).orElse(0L);
        positions.put(partition, offset);
        current.seek(partition, offset);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      partitions.forEach(
          partition -> {
            positions.remove(partition);
            endsAtStart.remove(partition);
          });
    }
  }

  /**
   * Folds a parked key's events again, in order, as far as that goes now.
   *
   * @return whether all of them could be folded
   */
  public boolean retry(String key) {
    return retry(key, null);
  }

  /**
   * @param patch as what one of the events is folded; what stays parked stays as it was
   */
  private boolean retry(String key, @Nullable PatchDeadLetter patch) {
    synchronized (folding) {
      for (var letter : store.deadLetters(key)) {
        var value =
            patch != null && letter.globalIndex() == patch.globalIndex()
                ? patch.payload().getBytes(StandardCharsets.UTF_8)
                : letter.value();
        var still = store.parkedKeys(); // an event may be about other documents that wait, too
        still.remove(key);
        new Batch<>(projection, store, format, still)
            .apply(List.of(new Batch.Published(key, letter.headers(), value)));
        if (still.contains(key)) {
          store.park(letter);
          return false;
        }
        store.forget(letter);
      }
      parked = store.parkedKeys();
      return true;
    }
  }

  /**
   * Does with parked events what two people agreed on. It comes with the events, so a slice that is
   * folded anew does it anew, at the same place.
   */
  void settle(List<RecordedEvent> events) {
    for (var recorded : events) {
      if (recorded.event() instanceof ApprovalGranted granted) {
        switch (granted.subject()) {
          case PatchDeadLetter patch when isOurs(patch.processor()) ->
              store.deadLettersAt(patch.globalIndex()).forEach(it -> retry(it.key(), patch));
          case EvictDeadLetter evict when isOurs(evict.processor()) ->
              store.deadLettersAt(evict.globalIndex()).forEach(this::evict);
          case Subject _ -> {} // others carry it out
        }
      }
    }
  }

  private void evict(DeadLetter letter) {
    store.forget(letter);
    retry(letter.key());
  }

  private boolean isOurs(String processor) {
    return processor.equals(processorName());
  }

  /** As the command side's endpoint for dead letters takes it. */
  private String processorName() {
    return "slice-" + projection.name();
  }

  List<ParkedEvent> deadLetters(int limit) {
    return store.deadLetters(limit).stream()
        .map(
            it ->
                new ParkedEvent(
                    processorName(),
                    it.globalIndex(),
                    it.key(),
                    it.headers().getOrDefault(CloudEvents.TYPE, ""),
                    it.reason()))
        .toList();
  }

  void stop() {
    running = false;
    var current = consumer;
    if (current != null) {
      current.wakeup();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
