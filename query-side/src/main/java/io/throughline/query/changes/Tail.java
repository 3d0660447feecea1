package io.throughline.query.changes;

import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.WireNames;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.projection.Slices;
import io.throughline.query.projection.ViewStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
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
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the events' headers from now on, in no group, and tells the watches once the slice has
 * taken an event in, whichever node does that. After a break it tells all of them: they look
 * whether anything changed.
 */
@Component
class Tail implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Tail.class);
  private static final Duration QUIET = Duration.ofMillis(500);
  private static final Duration SOON = Duration.ofMillis(5);
  private static final Duration LATER = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String ERASED = WireNames.of(CustomerErased.class);

  private final Watches watches;
  private final ViewStore<OrderDetails> orders;
  private final Map<String, Object> kafka;

  /** By partition and offset, the orders whose events the slice has still to take in. */
  private final Map<Integer, List<Notice>> awaited = new HashMap<>();

  private volatile boolean running;
  private volatile @Nullable Consumer<String, byte[]> consumer;
  private Thread thread = Thread.ofPlatform().unstarted(() -> {});

  private record Notice(long offset, Set<String> orders) {}

  Tail(Watches watches, Slices slices, OrderDetailsProjection projection, KafkaProperties kafka) {
    this.watches = watches;
    this.orders = slices.of(projection);
    this.kafka = new HashMap<>(kafka.buildConsumerProperties());
    this.kafka.remove("group.id");
    this.kafka.put("enable.auto.commit", "false");
    this.kafka.put("auto.offset.reset", "latest");
    this.kafka.put("metadata.max.age.ms", "5000"); // the topic may be made after we start
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("order-changes").daemon().start(this::run);
  }

  private void run() {
    while (running) {
      try (var current =
          new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer = current;
        follow(current);
      } catch (WakeupException e) {
        return; // asked to stop
      } catch (RuntimeException e) {
        pause(e);
      }
    }
  }

  private void pause(RuntimeException e) {
    if (running) {
      log.debug("Changes are not heard of for a while: {}", e.getMessage());
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      } catch (InterruptedException interrupted) {
        running = false;
      }
    }
  }

  private void follow(Consumer<String, byte[]> current) {
    var topicId = topicId();
    var partitions =
        current.partitionsFor(CloudEvents.TOPIC).stream()
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .toList();
    current.assign(partitions);
    current.seekToEnd(partitions);
    partitions.forEach(current::position); // from here on nothing is missed
    awaited.clear();
    watches.all().forEach(Watch::changed);
    var wait = SOON;
    while (running) {
      current.poll(awaited.isEmpty() ? QUIET : wait).forEach(this::hear);
      if (!awaited.isEmpty()) {
        wait = tell(topicId) ? SOON : longer(wait);
      }
    }
  }

  private static Duration longer(Duration wait) {
    var twice = wait.multipliedBy(2);
    return twice.compareTo(LATER) > 0 ? LATER : twice;
  }

  private void hear(ConsumerRecord<String, byte[]> event) {
    var concerned = new HashSet<String>();
    var order = header(event, CloudEvents.SUBJECT);
    if (watches.isWatched(order)) {
      concerned.add(order);
    }
    if (ERASED.equals(header(event, CloudEvents.TYPE))) {
      concerned.addAll(watches.orders());
    }
    if (!concerned.isEmpty()) {
      awaited
          .computeIfAbsent(event.partition(), _ -> new ArrayList<>())
          .add(new Notice(event.offset(), concerned));
    }
  }

  private static String header(ConsumerRecord<String, byte[]> event, String name) {
    var header = event.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Whether the slice has taken any of what is awaited in. */
  private boolean tell(String topicId) {
    var told = false;
    for (var partition : List.copyOf(awaited.keySet())) {
      var notices = awaited.getOrDefault(partition, List.of());
      var next = orders.nextOffset(topicId, partition);
      var done = notices.stream().filter(it -> it.offset() < next).toList();
      done.stream()
          .map(Notice::orders)
          .flatMap(Collection::stream)
          .distinct()
          .flatMap(order -> watches.of(order).stream())
          .forEach(Watch::changed);
      notices.removeAll(done);
      if (notices.isEmpty()) {
        awaited.remove(partition);
      }
      told |= !done.isEmpty();
    }
    return told;
  }

  private String topicId() {
    var admin = Admin.create(connection());
    try {
      return admin
          .describeTopics(List.of(CloudEvents.TOPIC))
          .allTopicNames()
          .get(10, TimeUnit.SECONDS)
          .values()
          .iterator()
          .next()
          .topicId()
          .toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Stopped.", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("The topic " + CloudEvents.TOPIC + " is not there yet.", e);
    } finally {
      admin.close(Duration.ZERO); // else it waits a minute for whom nobody asks any more
    }
  }

  private Map<String, Object> connection() {
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

  @Override
  public void stop() {
    running = false;
    var current = consumer;
    if (current != null) {
      current.wakeup();
    }
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
