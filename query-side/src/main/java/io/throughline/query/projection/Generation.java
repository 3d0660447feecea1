package io.throughline.query.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.throughline.kernel.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One fold of a slice's events: its documents, its positions and its dead letters. A slice has one
 * that is live, and may have others beside it. Only what every MongoDB can do is used, and only
 * what an index answers.
 *
 * @param <V> the view
 */
final class Generation<V> implements Views<V> {
  static final String VIEWS = "views_";
  private static final String INDEX = "globalIndex";
  private static final int AT_ONCE = 1000;
  private static final Executor ASIDE = Thread::startVirtualThread;
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  /**
   * A document to be written.
   *
   * @param known the index at which it was read; absent if it was not there
   */
  record Write<V>(Document<V> document, @Nullable Long known) {}

  private final String id;
  private final Projection<V> projection;
  private final ViewFormat<V> format;
  private final MongoDatabase database;
  private final MongoCollection<RawBsonDocument> views;
  private final MongoCollection<org.bson.Document> positions;
  private final DeadLetters deadLetters;

  Generation(MongoDatabase database, String id, Projection<V> projection, ViewFormat<V> format) {
    this.id = id;
    this.projection = projection;
    this.format = format;
    this.database = database;
    this.views = database.getCollection(VIEWS + id, RawBsonDocument.class);
    this.positions = database.getCollection("positions_" + id);
    this.deadLetters = new DeadLetters(database.getCollection("deadletters_" + id));
  }

  String id() {
    return id;
  }

  DeadLetters deadLetters() {
    return deadLetters;
  }

  /** Each index has the key behind its fields, so that pages have a unique order. */
  void ensureIndexes() {
    for (var field : projection.indexedFields()) {
      views.createIndex(
          Indexes.compoundIndex(Indexes.ascending(field), Indexes.ascending("_id")),
          new IndexOptions().name(field));
    }
    for (var fields : projection.compoundIndexes()) {
      var parts = new ArrayList<Bson>();
      for (var field : fields) {
        parts.add(
            field.startsWith("-")
                ? Indexes.descending(field.substring(1))
                : Indexes.ascending(field));
      }
      parts.add(Indexes.ascending("_id"));
      views.createIndex(
          Indexes.compoundIndex(parts), new IndexOptions().name(String.join(",", fields)));
    }
    views.createIndex(Indexes.ascending(CUSTOMER), new IndexOptions().name(CUSTOMER));
    // a real MongoDB answers a conditional replace from _id; the one in memory needs an index of
    // both fields, and a filter that names them side by side
    views.createIndex(
        Indexes.ascending("_id", INDEX), new IndexOptions().name("written").unique(true));
    deadLetters.ensureIndexes();
  }

  void drop() {
    views.drop();
    positions.drop();
    deadLetters.drop();
  }

  // documents

  Map<String, Document<V>> documents(Collection<String> keys) {
    return stored(in("_id", keys));
  }

  Map<String, Document<V>> documentsOf(Set<CustomerId> customers) {
    return stored(in(CUSTOMER, customers.stream().map(CustomerId::value).toList()));
  }

  private Map<String, Document<V>> stored(Bson filter) {
    var found = new HashMap<String, Document<V>>();
    for (var bson : views.find(filter)) {
      var document = document(bson);
      found.put(document.key(), document);
    }
    return found;
  }

  /** All of them in the order of their keys, without holding them. */
  Iterable<Document<V>> inOrder() {
    return views.find().sort(Sorts.ascending("_id")).batchSize(AT_ONCE).map(this::document);
  }

  /** All of them as they are stored. */
  Iterable<RawBsonDocument> raw() {
    return views.find().batchSize(AT_ONCE);
  }

  /** Writes documents that are not there yet. */
  void insert(List<RawBsonDocument> documents) {
    for (var from = 0; from < documents.size(); from += AT_ONCE) {
      views.insertMany(
          documents.subList(from, Math.min(documents.size(), from + AT_ONCE)),
          new InsertManyOptions().ordered(false));
    }
  }

  /**
   * Writes what nobody else has written meanwhile. Of many, some are put into the store's form
   * while those before them are being written.
   *
   * @throws Overtaken if somebody has; the others may be written by then
   */
  void write(List<Write<V>> writes) {
    var underWay = CompletableFuture.<Void>completedFuture(null);
    for (var from = 0; from < writes.size(); from += AT_ONCE) {
      var to = Math.min(writes.size(), from + AT_ONCE);
      var some = writes.subList(from, to);
      var models = some.stream().<WriteModel<RawBsonDocument>>map(this::model).toList();
      var known = some.stream().filter(it -> it.known() != null).count();
      await(underWay);
      if (to < writes.size()) {
        underWay = CompletableFuture.runAsync(() -> write(models, known), ASIDE);
      } else {
        write(models, known);
      }
    }
  }

  private static void await(CompletableFuture<Void> write) {
    try {
      write.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private void write(List<WriteModel<RawBsonDocument>> models, long known) {
    try {
      var result = views.bulkWrite(models, new BulkWriteOptions().ordered(false));
      if (result.getMatchedCount() < known) {
        throw new Overtaken();
      }
    } catch (MongoBulkWriteException e) {
      throw e.getWriteErrors().stream()
              .allMatch(it -> it.getCategory() == ErrorCategory.DUPLICATE_KEY)
          ? new Overtaken()
          : e;
    }
  }

  /** Writes what comes out the same whoever writes it, whether it is there or not. */
  void writeAgain(List<Document<V>> documents) {
    for (var from = 0; from < documents.size(); from += AT_ONCE) {
      views.bulkWrite(
          documents.subList(from, Math.min(documents.size(), from + AT_ONCE)).stream()
              .map(it -> new ReplaceOneModel<>(eq("_id", it.key()), bson(it), UPSERT))
              .toList(),
          new BulkWriteOptions().ordered(false));
    }
  }

  private WriteModel<RawBsonDocument> model(Write<V> write) {
    var bson = bson(write.document());
    return write.known() == null
        ? new InsertOneModel<>(bson)
        : new ReplaceOneModel<>(asRead(write.document().key(), write.known()), bson);
  }

  /**
   * The driver would write {@code and(eq, eq)} with {@code $and}; the store in memory has no index
   * for that.
   */
  private static Bson asRead(String key, long known) {
    return new org.bson.Document("_id", key).append(INDEX, known);
  }

  private Document<V> document(RawBsonDocument bson) {
    return new Document<>(
        bson.getString("_id").getValue(),
        format.view(bson),
        bson.getInt64(INDEX).getValue(),
        bson.getString("trace").getValue(),
        bson.getByteBuffer().remaining());
  }

  private RawBsonDocument bson(Document<V> document) {
    @Nullable V view = document.view();
    if (view == null) {
      throw new IllegalStateException(
          "A document without a view is not written: " + document.key());
    }
    var beside = new HashMap<String, Object>(projection.indexed(view));
    beside.put(INDEX, document.globalIndex());
    beside.put("trace", document.trace());
    beside.put(CUSTOMER, projection.customerOf(view).value());
    return format.bson(document.key(), beside, view);
  }

  // positions

  List<Position> positions(String topicId) {
    var found = new ArrayList<Position>();
    for (var it : positions.find()) {
      if (topicId.equals(it.getString("topicId"))) {
        found.add(position(it));
      }
    }
    return found;
  }

  Optional<Position> position(String topicId, int partition) {
    return Optional.ofNullable(positions.find(eq("_id", topicId + ":" + partition)).first())
        .map(Generation::position);
  }

  private static Position position(org.bson.Document it) {
    @Nullable Date recordedAt = it.getDate("recordedAt");
    return new Position(
        it.getString("topicId"),
        it.getInteger("partition"),
        it.getLong("offset"),
        it.getLong(INDEX),
        recordedAt == null ? null : Instant.ofEpochMilli(recordedAt.getTime()),
        it.getLong("target"));
  }

  long eventsRead() {
    var read = 0L;
    for (var it : positions.find()) {
      read += it.getLong("offset");
    }
    return read;
  }

  void write(Collection<Position> reached) {
    if (!reached.isEmpty()) {
      positions.bulkWrite(
          reached.stream().map(Generation::model).toList(), new BulkWriteOptions().ordered(false));
    }
  }

  private static WriteModel<org.bson.Document> model(Position position) {
    var key = position.topicId() + ":" + position.partition();
    return new ReplaceOneModel<>(
        eq("_id", key),
        new org.bson.Document("_id", key)
            .append("topicId", position.topicId())
            .append("partition", position.partition())
            .append("offset", position.offset())
            .append(INDEX, position.globalIndex())
            .append(
                "recordedAt",
                position.recordedAt() == null ? null : Date.from(position.recordedAt()))
            .append("target", position.target()),
        UPSERT);
  }

  // for queries

  @Override
  public Optional<V> get(String key) {
    return Optional.ofNullable(views.find(eq("_id", key)).first()).map(format::view);
  }

  @Override
  public Map<String, V> get(Collection<String> keys) {
    var found = new HashMap<String, V>();
    for (var bson : views.find(in("_id", keys))) {
      found.put(bson.getString("_id").getValue(), format.view(bson));
    }
    return found;
  }

  @Override
  public List<V> find(Bson filter, Bson order, int limit) {
    return views.find(filter).sort(order).limit(limit).map(format::view).into(new ArrayList<>());
  }

  @Override
  public long count(Bson filter) {
    return views.countDocuments(filter);
  }

  @Override
  public List<org.bson.Document> aggregate(List<Bson> pipeline) {
    return views.aggregate(pipeline, org.bson.Document.class).into(new ArrayList<>());
  }

  /** How the store would answer a query, in its own words. */
  org.bson.Document explained(Bson filter, Bson order) {
    return database
        .getCollection(VIEWS + id)
        .find(filter)
        .sort(order)
        .explain(com.mongodb.ExplainVerbosity.QUERY_PLANNER);
  }
}
