package io.throughline.query.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.throughline.kernel.CustomerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One slice's database: its views, its positions, its dead letters. Only what every MongoDB can do
 * is used, and only what an index answers.
 *
 * @param <V> the view
 */
public final class ViewStore<V> {
  private static final String INDEX = "globalIndex";
  private static final String VIEW = "view";
  private static final String CUSTOMER = "ofCustomer";
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final Projection<V> projection;
  private final JsonMapper json;
  private final MongoCollection<org.bson.Document> views;
  private final MongoCollection<org.bson.Document> positions;
  private final MongoCollection<org.bson.Document> deadLetters;

  ViewStore(MongoClient client, Projection<V> projection, JsonMapper json) {
    var database = client.getDatabase("throughline_" + projection.name());
    this.projection = projection;
    this.json = json;
    this.views = database.getCollection("views");
    this.positions = database.getCollection("positions");
    this.deadLetters = database.getCollection("deadletters");
  }

  /**
   * Makes an index on each of the fields, with the key behind it, so that pages have a unique
   * order.
   */
  void ensureIndexes(Collection<String> fields) {
    for (var field : fields) {
      views.createIndex(
          Indexes.compoundIndex(Indexes.ascending(field), Indexes.ascending("_id")),
          new IndexOptions().name(field));
    }
    views.createIndex(Indexes.ascending(CUSTOMER), new IndexOptions().name(CUSTOMER));
    deadLetters.createIndex(Indexes.ascending("key", INDEX));
  }

  // for the runner

  Map<String, Document<V>> find(Set<String> keys) {
    var found = new HashMap<String, Document<V>>();
    for (var document : views.find(in("_id", keys))) {
      found.put(document.getString("_id"), stored(document));
    }
    return found;
  }

  Map<String, Document<V>> findOf(Set<CustomerId> customers) {
    var found = new HashMap<String, Document<V>>();
    var ids = customers.stream().map(CustomerId::value).toList();
    for (var document : views.find(in(CUSTOMER, ids))) {
      found.put(document.getString("_id"), stored(document));
    }
    return found;
  }

  void write(Collection<Document<V>> documents) {
    if (!documents.isEmpty()) {
      var writes =
          documents.stream()
              .map(
                  document ->
                      new ReplaceOneModel<>(eq("_id", document.key()), bson(document), UPSERT))
              .toList();
      views.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
  }

  private Document<V> stored(org.bson.Document document) {
    return new Document<>(
        document.getString("_id"),
        view(document),
        document.getLong(INDEX),
        document.getString("trace"));
  }

  private V view(org.bson.Document document) {
    return json.readValue(
        document.get(VIEW, org.bson.Document.class).toJson(), projection.viewType());
  }

  private org.bson.Document bson(Document<V> document) {
    @Nullable V view = document.view();
    if (view == null) {
      throw new IllegalStateException(
          "A document without a view is not written: " + document.key());
    }
    var bson =
        new org.bson.Document("_id", document.key())
            .append(INDEX, document.globalIndex())
            .append("trace", document.trace())
            .append(CUSTOMER, projection.customerOf(view).value())
            .append(VIEW, org.bson.Document.parse(json.writeValueAsString(view)));
    bson.putAll(projection.indexed(view));
    return bson;
  }

  Optional<Position> position(String topicId, int partition) {
    return Optional.ofNullable(positions.find(eq("_id", topicId + ":" + partition)).first())
        .map(it -> new Position(topicId, partition, it.getLong("offset"), it.getLong(INDEX)));
  }

  void write(Position position) {
    var id = position.topicId() + ":" + position.partition();
    positions.replaceOne(
        eq("_id", id),
        new org.bson.Document("_id", id)
            .append("offset", position.offset())
            .append(INDEX, position.globalIndex()),
        UPSERT);
  }

  // dead letters

  Set<String> parkedKeys() {
    return deadLetters.distinct("key", String.class).into(new HashSet<>());
  }

  void park(DeadLetter letter) {
    var id = letter.key() + ":" + letter.globalIndex();
    deadLetters.replaceOne(
        eq("_id", id),
        new org.bson.Document("_id", id)
            .append("key", letter.key())
            .append(INDEX, letter.globalIndex())
            .append("headers", new org.bson.Document(new HashMap<>(letter.headers())))
            .append("value", new Binary(letter.value()))
            .append("reason", letter.reason()),
        UPSERT);
  }

  /** One that waits behind another; where it is parked already it stays as it is. */
  void parkBehind(DeadLetter letter) {
    var id = letter.key() + ":" + letter.globalIndex();
    if (deadLetters.countDocuments(eq("_id", id)) == 0) {
      park(letter);
    }
  }

  List<DeadLetter> deadLetters(String key) {
    return deadLetters(eq("key", key), Integer.MAX_VALUE);
  }

  private List<DeadLetter> deadLetters(Bson filter, int limit) {
    var letters = new ArrayList<DeadLetter>();
    for (var it : deadLetters.find(filter).sort(Sorts.ascending(INDEX)).limit(limit)) {
      var headers = new HashMap<String, String>();
      it.get("headers", org.bson.Document.class)
          .forEach((name, value) -> headers.put(name, (String) value));
      var value = it.get("value", Binary.class).getData();
      letters.add(
          new DeadLetter(
              it.getString("key"), it.getLong(INDEX), headers, value, it.getString("reason")));
    }
    return letters;
  }

  /** Of all documents; the same event may stop several. */
  List<DeadLetter> deadLettersAt(long globalIndex) {
    return deadLetters(eq(INDEX, globalIndex), Integer.MAX_VALUE);
  }

  /** The oldest. */
  List<DeadLetter> deadLetters(int limit) {
    return deadLetters(new org.bson.Document(), limit);
  }

  long deadLetterCount() {
    return deadLetters.countDocuments();
  }

  void forget(DeadLetter letter) {
    deadLetters.deleteOne(and(eq("key", letter.key()), eq(INDEX, letter.globalIndex())));
  }

  // for queries

  public Optional<V> get(String key) {
    return Optional.ofNullable(views.find(eq("_id", key)).first()).map(this::view);
  }

  public Map<String, V> get(Collection<String> keys) {
    var found = new HashMap<String, V>();
    for (var document : views.find(in("_id", keys))) {
      found.put(document.getString("_id"), view(document));
    }
    return found;
  }

  public List<V> find(Bson filter, Bson order, int limit) {
    return views.find(filter).sort(order).limit(limit).map(this::view).into(new ArrayList<>());
  }

  public long count(Bson filter) {
    return views.countDocuments(filter);
  }
}
