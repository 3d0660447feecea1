package io.throughline.query.projection;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One slice's views as queries see them: those of the generation that is live. Each call is
 * answered by one generation; what takes several calls takes {@link #atOnce} first.
 *
 * @param <V> the view
 */
public final class ViewStore<V> implements Views<V> {
  /**
   * For how long a node may answer from what was live without looking again. What was live before
   * is fed and kept for much longer.
   */
  static final Duration TRUSTED = Duration.ofSeconds(5);

  private record Seen<V>(Plan plan, Generation<V> live, long at) {}

  private final Projection<V> projection;
  private final MongoDatabase database;
  private final ViewFormat<V> format;
  private final PlanBook plans;
  private final Map<String, Generation<V>> generations = new HashMap<>();
  private volatile @Nullable Seen<V> seen;

  ViewStore(MongoClient client, Projection<V> projection) {
    this.projection = projection;
    this.database = client.getDatabase("throughline_" + projection.name());
    this.format = new ViewFormat<>(projection.viewType());
    this.plans = new PlanBook(database, projection.version());
  }

  PlanBook plans() {
    return plans;
  }

  ViewFormat<V> format() {
    return format;
  }

  /** Looks which generation is live. */
  Plan look() {
    return see(plans.read());
  }

  /** From now on queries are answered by what is live after this. */
  Plan see(Plan plan) {
    seen = new Seen<>(plan, generation(plan.live().id()), System.nanoTime());
    return plan;
  }

  synchronized Generation<V> generation(String id) {
    return generations.computeIfAbsent(
        id,
        it -> {
          var generation = new Generation<>(database, it, projection, format);
          generation.ensureIndexes();
          return generation;
        });
  }

  /** Drops what the plan does not know: it was live long ago, or abandoned. */
  synchronized void dropOthers(Plan plan) {
    generations.keySet().retainAll(plan.generations());
    for (var name : database.listCollectionNames()) {
      if (name.startsWith(Generation.VIEWS)) {
        var id = name.substring(Generation.VIEWS.length());
        if (!plan.generations().contains(id)) {
          new Generation<>(database, id, projection, format).drop();
        }
      }
    }
  }

  Generation<V> live() {
    var last = seen;
    if (last == null || System.nanoTime() - last.at() > TRUSTED.toNanos()) {
      look();
      last = seen;
    }
    if (last == null) {
      throw new IllegalStateException("Nobody has looked which generation is live.");
    }
    return last.live();
  }

  /** How many events were read, of all partitions together. */
  public long eventsRead() {
    return live().eventsRead();
  }

  /** The views as they are at the moment, for several calls whose answers belong together. */
  public Views<V> atOnce() {
    return live();
  }

  /** How far the slice has read, whichever node reads: the offset of the next record. */
  public long nextOffset(String topicId, int partition) {
    return live().position(topicId, partition).map(Position::offset).orElse(0L);
  }

  @Override
  public Optional<V> get(String key) {
    return live().get(key);
  }

  @Override
  public Map<String, V> get(Collection<String> keys) {
    return live().get(keys);
  }

  @Override
  public List<V> find(Bson filter, Bson order, int limit) {
    return live().find(filter, order, limit);
  }

  @Override
  public long count(Bson filter) {
    return live().count(filter);
  }

  @Override
  public List<org.bson.Document> aggregate(List<Bson> pipeline) {
    return live().aggregate(pipeline);
  }
}
