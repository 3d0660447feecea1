package io.throughline.query.projection;

import com.mongodb.client.MongoClient;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.EventFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Folds the log as a rebuild does, into generations that nobody reads and that are dropped: to see
 * how long it takes before it is needed, and beside what.
 *
 * @param <V> the view
 */
public final class Rehearsal<V> implements AutoCloseable {
  private static final int CHUNK = 5_000;

  /** A capacity: what is folded is written and let go of at once. */
  private static final long NOTHING_HELD = 0;

  private final Projection<V> projection;
  private final ViewStore<V> store;
  private final KafkaAccess kafka;
  private final EventFormat format;
  private @Nullable Generation<V> finished;

  /**
   * What was done.
   *
   * @param seconds wall time
   */
  public record Done(long events, long documents, double seconds) {}

  /**
   * @param kafka settings of a consumer
   */
  public Rehearsal(
      Projection<V> projection, MongoClient mongo, Map<String, Object> kafka, EventFormat format) {
    this.projection = projection;
    this.store = new ViewStore<>(mongo, projection);
    this.kafka = new KafkaAccess(kafka);
    this.format = format;
  }

  /** The whole log, up to where it ends now, just as a rebuild folds it. */
  public Done fold() throws InterruptedException {
    dropFinished();
    var generation = store.generation(PlanBook.newId());
    finished = generation;
    var ends = ends();
    var follower =
        new Follower<>(
            projection, generation, kafka, format, Follower.Buffer.REBUILD, (_, _) -> {});
    var begun = System.nanoTime();
    follower.start();
    while (ends.behind(Slice.positions(generation, ends)) > 0) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    var seconds = (System.nanoTime() - begun) / 1e9;
    follower.stop();
    return new Done(ends.total(), generation.count(new Document()), seconds);
  }

  private LagMeter.Ends ends() throws InterruptedException {
    try (var onlooker =
        new KafkaConsumer<>(
            kafka.onlooker(), new StringDeserializer(), new ByteArrayDeserializer())) {
      return LagMeter.ends(onlooker, kafka.topicId());
    }
  }

  /**
   * The first of the log's events, each read, folded and written before the next, as a projection
   * does that knows nothing of batches.
   */
  public Done foldOneByOne(int events) {
    var generation = store.generation(PlanBook.newId());
    var folding = new Folding<>(projection, generation, format, Map.of(), NOTHING_HELD);
    var done = 0;
    long nanos = 0;
    try (var consumer =
        new KafkaConsumer<>(
            kafka.group("rehearsal"), new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(CloudEvents.TOPIC).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (done < events) {
        for (var record : consumer.poll(Duration.ofSeconds(1))) {
          if (done < events) {
            var published = List.of(Published.of(record));
            var begun = System.nanoTime();
            folding.apply(published);
            folding.flush();
            nanos += System.nanoTime() - begun;
            done++;
          }
        }
      }
    }
    var documents = generation.count(new Document());
    generation.drop();
    return new Done(done, documents, nanos / 1e9);
  }

  /** What {@link #fold} came to, written in bulk: nothing is read or folded meanwhile. */
  public Done writeFinished() {
    var from = finished;
    if (from == null) {
      throw new IllegalStateException("Nothing was folded yet.");
    }
    var generation = store.generation(PlanBook.newId());
    var chunk = new ArrayList<RawBsonDocument>(CHUNK);
    long documents = 0;
    long nanos = 0;
    for (var document : from.raw()) {
      chunk.add(document);
      documents++;
      if (chunk.size() == CHUNK) {
        nanos += write(generation, chunk);
      }
    }
    nanos += write(generation, chunk);
    generation.drop();
    return new Done(0, documents, nanos / 1e9);
  }

  private static long write(Generation<?> generation, List<RawBsonDocument> chunk) {
    var begun = System.nanoTime();
    generation.insert(chunk);
    chunk.clear();
    return System.nanoTime() - begun;
  }

  private void dropFinished() {
    var before = finished;
    if (before != null) {
      before.drop();
    }
    finished = null;
  }

  @Override
  public void close() {
    dropFinished();
  }
}
