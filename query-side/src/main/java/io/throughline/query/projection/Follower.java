package io.throughline.query.projection;

import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.EventFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one generation up with what is published: a consumer group of its own, so that nodes share
 * its partitions and nothing else can hold it up. While it catches up, documents are written from
 * one checkpoint to the next; after that those of each batch at once, and the positions soon after:
 * what is delivered again in between changes nothing. Documents that were asked for lately stay in
 * memory; whether they are still what is stored is seen when they are written.
 *
 * @param <V> the view
 */
final class Follower<V> {
  private static final Logger log = LoggerFactory.getLogger(Follower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LOOKED_EVERY = Duration.ofMillis(500);

  /** So old the positions that are written may be, while nothing is caught up with. */
  private static final Duration POSITIONS_EVERY = Duration.ofMillis(100);

  /** Is told what was folded and is kept; while catching up, of approvals alone. */
  interface Listener {
    void folded(List<RecordedEvent> events, boolean catchingUp);
  }

  /**
   * How much is held before it is written.
   *
   * @param capacity in bytes, see {@link Documents}
   * @param checkpoint how long a change stays in memory alone while catching up
   * @param times how often the time that the last checkpoint took goes by before the next one, if
   *     that is longer: else a slow store is busy with the same documents again and again
   */
  record Buffer(long capacity, Duration checkpoint, int times) {
    /** Somebody may be reading it. */
    static final Buffer LIVE = new Buffer(8L << 20, Duration.ofSeconds(1), 1);

    /** Nobody reads it yet. */
    static final Buffer REBUILD = new Buffer(48L << 20, Duration.ofSeconds(5), 9);

    boolean isDue(long sinceTheLast, long thatTook) {
      return sinceTheLast > Math.max(checkpoint.toNanos(), times * thatTook);
    }
  }

  private final Projection<V> projection;
  private final Generation<V> generation;
  private final KafkaAccess kafka;
  private final EventFormat format;
  private final Buffer buffer;
  private final Listener listener;
  private final Retrying<V> retrying;
  private final Map<Integer, Position> positions = new HashMap<>();
  private final Set<Integer> moved = new HashSet<>();
  private final List<RecordedEvent> unannounced = new ArrayList<>();
  private Folding<V> folding;
  private volatile boolean running;

  /** Nothing is under way that an interruption could break off. */
  private volatile boolean waiting;

  private volatile @Nullable Consumer<String, byte[]> consumer;
  private volatile @Nullable String trouble = "It has not started.";
  private long flushedAt;
  private long flushTook;
  private long lookedAt;
  private boolean triedAgain;
  private Thread thread = Thread.ofPlatform().unstarted(() -> {});

  Follower(
      Projection<V> projection,
      Generation<V> generation,
      KafkaAccess kafka,
      EventFormat format,
      Buffer buffer,
      Listener listener) {
    this.projection = projection;
    this.generation = generation;
    this.kafka = kafka;
    this.format = format;
    this.buffer = buffer;
    this.listener = listener;
    this.retrying = new Retrying<>(projection, generation, format);
    this.folding = new Folding<>(projection, generation, format, Map.of(), buffer.capacity());
  }

  /** Why it does not go on at the moment; null while it does. */
  @Nullable String trouble() {
    return trouble;
  }

  void start() {
    running = true;
    thread = Thread.ofPlatform().name(group()).start(this::run);
  }

  private String group() {
    return "throughline-" + projection.name() + "-" + generation.id();
  }

  private void run() {
    while (running) {
      try (var current =
          new KafkaConsumer<>(
              kafka.group(group()), new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer = current;
        follow(current, topicId());
      } catch (WakeupException | InterruptedException e) {
        return; // asked to stop
      } catch (Overtaken e) {
        log.info("Slice {}: {}", projection.name(), e.getMessage());
      } catch (RuntimeException e) {
        pause(e);
      }
    }
  }

  private String topicId() throws InterruptedException {
    waiting = true;
    try {
      return running ? kafka.topicId() : "";
    } finally {
      waiting = false;
    }
  }

  private void pause(RuntimeException e) {
    trouble = String.valueOf(e.getMessage());
    waiting = true;
    try {
      if (running) {
        log.warn("Slice {} pauses and is tried again: {}", projection.name(), e.getMessage());
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException interrupted) {
      running = false;
    } finally {
      waiting = false;
    }
  }

  private void follow(Consumer<String, byte[]> current, String topicId) {
    positions.clear();
    begin();
    if (!triedAgain) {
      generation.deadLetters().want(); // whoever mended the slice has started it anew
      triedAgain = true;
    }
    current.subscribe(List.of(CloudEvents.TOPIC), new Seek(current, topicId));
    while (running) {
      var records = current.poll(moved.isEmpty() ? POLL : POSITIONS_EVERY);
      if (!records.isEmpty()) {
        fold(records);
      }
      if (isDue(System.nanoTime() - flushedAt)) {
        flush();
      } else if (!isCatchingUp()) {
        flushDocuments();
      }
      tryWantedAgain();
      trouble = null;
    }
    flush();
  }

  /** Forgets what is not written, and begins from what is. */
  private void begin() {
    folding =
        new Folding<>(
            projection, generation, format, generation.deadLetters().parked(), buffer.capacity());
    moved.clear();
    unannounced.clear();
    flushedAt = System.nanoTime();
  }

  private boolean isDue(long sinceTheLast) {
    return isCatchingUp()
        ? buffer.isDue(sinceTheLast, flushTook)
        : sinceTheLast > POSITIONS_EVERY.toNanos();
  }

  private boolean isCatchingUp() {
    return positions.values().stream().anyMatch(Position::isCatchingUp);
  }

  /** All partitions' at once: the store is asked for their documents with one look. */
  private void fold(ConsumerRecords<String, byte[]> records) {
    var batch = new ArrayList<Published>(records.count());
    for (var it : records) {
      if (positions.containsKey(it.partition())) {
        batch.add(Published.of(it));
      }
    }
    var folded = folding.apply(batch);
    settle(folded.values().stream().flatMap(List::stream).toList());
    for (var partition : records.partitions()) {
      var number = partition.partition();
      var known = positions.get(number);
      if (known != null) {
        var events = folded.getOrDefault(number, List.of());
        positions.put(number, after(known, records.records(partition), events));
        moved.add(number);
        keepToAnnounce(events);
      }
    }
  }

  /** What two people agreed on is announced whenever it comes; all else, once it is news. */
  private void keepToAnnounce(List<RecordedEvent> events) {
    if (isCatchingUp()) {
      events.stream().filter(it -> it.event() instanceof ApprovalGranted).forEach(unannounced::add);
    } else {
      unannounced.addAll(events);
    }
  }

  private static Position after(
      Position known, List<ConsumerRecord<String, byte[]>> batch, List<RecordedEvent> events) {
    var next = batch.getLast().offset() + 1;
    return events.isEmpty()
        ? known.after(next)
        : known.after(next, events.getLast().globalIndex(), events.getLast().recordedAt());
  }

  /** What two people agreed on about parked events is done where it stands in the log. */
  private void settle(List<RecordedEvent> events) {
    if (retrying.concernsUs(events)) {
      folding.flush();
      retrying.settle(events);
      folding =
          new Folding<>(
              projection, generation, format, generation.deadLetters().parked(), buffer.capacity());
    }
  }

  private void flush() {
    var begun = System.nanoTime();
    flushDocuments();
    generation.write(
        positions.values().stream().filter(it -> moved.contains(it.partition())).toList());
    moved.clear();
    flushedAt = System.nanoTime();
    flushTook = flushedAt - begun;
  }

  private void flushDocuments() {
    folding.flush();
    if (!unannounced.isEmpty()) {
      listener.folded(List.copyOf(unannounced), isCatchingUp());
      unannounced.clear();
    }
  }

  private void tryWantedAgain() {
    if (System.nanoTime() - lookedAt > LOOKED_EVERY.toNanos()) {
      lookedAt = System.nanoTime();
      var wanted = generation.deadLetters().takeWanted(positions.keySet());
      if (!wanted.isEmpty()) {
        flush();
        wanted.forEach(retrying::retry);
        begin();
      }
    }
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
      flush();
      begin(); // other nodes may have parked something
      var ends = current.endOffsets(partitions);
      for (var partition : partitions) {
        var number = partition.partition();
        var position =
            generation
                .position(topicId, number)
                .orElseGet(() -> Position.beginning(topicId, number))
                .until(ends.getOrDefault(partition, 0L));
        positions.put(number, position);
        current.seek(partition, position.offset());
      }
      generation.write(positions.values());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      flush(); // they are ours until this returns
      positions.keySet().removeAll(numbers(partitions));
      begin();
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      positions.keySet().removeAll(numbers(partitions));
      begin(); // another node has gone on from what is written
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
      return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }
  }

  void stop() {
    running = false;
    var current = consumer;
    if (current != null) {
      current.wakeup();
    }
    if (waiting) {
      thread.interrupt();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
