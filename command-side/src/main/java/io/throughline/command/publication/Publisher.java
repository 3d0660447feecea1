package io.throughline.command.publication;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.command.eventstore.ClusterLock;
import io.throughline.command.eventstore.ClusterSingleton;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.eventstore.LogSignal;
import io.throughline.kernel.event.StoredEvent;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.EventFormat;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/**
 * Follows the log and publishes it, a page at a time; the position moves only after Kafka has
 * acknowledged the page. One node publishes at a time: it holds a lock in the database, and whoever
 * waits for it takes over when it is gone.
 */
@Component
class Publisher extends ClusterSingleton implements HealthIndicator {
  private static final Logger log = LoggerFactory.getLogger(Publisher.class);
  private static final int PAGE = 500;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final EventLog events;
  private final LogSignal signal;
  private final Positions positions;
  private final KafkaProperties kafka;
  private final Counter published;
  private final EventFormat format;
  private final Semaphore news = new Semaphore(1);
  private final Runnable wake = news::release;
  private volatile Health health = Health.up().withDetail("position", 0).build();

  Publisher(
      EventLog events,
      LogSignal signal,
      Positions positions,
      DataSource dataSource,
      KafkaProperties kafka,
      MeterRegistry meters,
      EventFormat format) {
    super("publisher", ClusterLock.Work.PUBLISHING, dataSource);
    this.events = events;
    this.signal = signal;
    this.positions = positions;
    this.kafka = kafka;
    this.format = format;
    this.published = meters.counter("throughline.publication.published");
  }

  @Override
  protected void work(ClusterLock lock) throws SQLException, InterruptedException {
    signal.add(wake);
    try (var topic = new Topic(kafka.buildAdminProperties());
        var producer = producer()) {
      publish(topic, producer, lock);
    } catch (KafkaAheadOfLog e) {
      log.error(e.getMessage());
      health = Health.down().withDetail("reason", String.valueOf(e.getMessage())).build();
      end();
    } finally {
      signal.remove(wake);
    }
  }

  @Override
  protected Duration failed(Exception e) {
    log.warn("Publishing pauses and is tried again: {}", e.toString());
    log.debug("What went wrong", e);
    health = Health.down().withDetail("reason", String.valueOf(e.getMessage())).build();
    return PAUSE;
  }

  private void publish(Topic topic, Producer<String, byte[]> producer, ClusterLock lock)
      throws SQLException, InterruptedException {
    var topicId = topic.ensure();
    var known = positions.read();
    var endOffsets = topic.endOffsets();
    var position = StartingPoint.of(known, topicId, endOffsets, topic.lastIndexes(), events.head());
    if (position < known.globalIndex()) {
      log.warn("Kafka has lost events: publishing again from {} on", position + 1);
    }
    while (isRunning()) {
      var page = events.storedAfter(position, PAGE);
      if (page.isEmpty()) {
        news.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
        lock.check();
      } else {
        endOffsets.putAll(send(page, producer));
        position = page.getLast().globalIndex();
        positions.write(new Position(position, topicId, endOffsets));
        published.increment(page.size());
      }
      health = Health.up().withDetail("position", position).build();
    }
  }

  /** Waits until Kafka has them all, and returns where the partitions it wrote to end now. */
  private Map<Integer, Long> send(List<StoredEvent> page, Producer<String, byte[]> producer)
      throws InterruptedException {
    var sent = new ArrayList<Future<RecordMetadata>>(page.size());
    for (var event : page) {
      sent.add(producer.send(record(event)));
    }
    producer.flush();
    var endOffsets = new HashMap<Integer, Long>();
    for (var acknowledgement : sent) {
      try {
        var written = acknowledgement.get();
        endOffsets.put(written.partition(), written.offset() + 1);
      } catch (ExecutionException e) {
        throw new KafkaException("Kafka did not take an event.", e.getCause());
      }
    }
    return endOffsets;
  }

  /** Byte by byte as it was stored and hashed; whoever reads it may have to climb versions. */
  private ProducerRecord<String, byte[]> record(StoredEvent stored) {
    var record =
        new ProducerRecord<>(
            CloudEvents.TOPIC, format.belongsTo(stored.payload()), stored.payload());
    CloudEvents.headers(stored)
        .forEach(
            (name, value) ->
                record
                    .headers()
                    .add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
    return record;
  }

  /** In order and acknowledged by all replicas. */
  private Producer<String, byte[]> producer() {
    var settings = kafka.buildProducerProperties();
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("delivery.timeout.ms", "30000");
    settings.put("request.timeout.ms", "10000");
    settings.put("max.block.ms", "10000");
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  @Override
  public Health health() {
    return health;
  }
}
