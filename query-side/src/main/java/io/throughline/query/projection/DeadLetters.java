package io.throughline.query.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** What one generation of a slice could not fold. */
final class DeadLetters {
  private static final String INDEX = "globalIndex";
  private static final String KEY = "key";

  /** Set while somebody wants it tried again; whoever reads its partition does so. */
  private static final String WANTED = "wanted";

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> letters;

  DeadLetters(MongoCollection<Document> letters) {
    this.letters = letters;
  }

  void ensureIndexes() {
    letters.createIndex(Indexes.ascending(KEY, INDEX));
    letters.createIndex(Indexes.ascending(INDEX));
    letters.createIndex(Indexes.ascending(WANTED));
  }

  void drop() {
    letters.drop();
  }

  /** Each key that has letters, with the index of its first. */
  Map<String, Long> parked() {
    var first = new HashMap<String, Long>();
    for (var it : letters.find().projection(new Document(KEY, 1).append(INDEX, 1))) {
      first.merge(it.getString(KEY), it.getLong(INDEX), Math::min);
    }
    return first;
  }

  void park(DeadLetter letter) {
    letters.replaceOne(eq("_id", id(letter)), bson(letter), UPSERT);
  }

  /** One that waits behind another; where it is parked already it stays as it is. */
  void parkBehind(DeadLetter letter) {
    if (letters.countDocuments(eq("_id", id(letter))) == 0) {
      park(letter);
    }
  }

  private static String id(DeadLetter letter) {
    return letter.key() + ":" + letter.globalIndex();
  }

  private static Document bson(DeadLetter letter) {
    return new Document("_id", id(letter))
        .append(KEY, letter.key())
        .append("partition", letter.partition())
        .append("owner", letter.owner())
        .append(INDEX, letter.globalIndex())
        .append("headers", new Document(new HashMap<>(letter.headers())))
        .append("value", new Binary(letter.value()))
        .append("reason", letter.reason());
  }

  List<DeadLetter> of(String key) {
    return find(eq(KEY, key), Integer.MAX_VALUE);
  }

  /** Of all documents; the same event may stop several. */
  List<DeadLetter> at(long globalIndex) {
    return find(eq(INDEX, globalIndex), Integer.MAX_VALUE);
  }

  List<DeadLetter> oldest(int limit) {
    return find(new Document(), limit);
  }

  private List<DeadLetter> find(Bson filter, int limit) {
    var found = new ArrayList<DeadLetter>();
    for (var it : letters.find(filter).sort(Sorts.ascending(INDEX)).limit(limit)) {
      var headers = new HashMap<String, String>();
      it.get("headers", Document.class).forEach((name, value) -> headers.put(name, (String) value));
      found.add(
          new DeadLetter(
              it.getString(KEY),
              it.getInteger("partition"),
              it.getString("owner"),
              it.getLong(INDEX),
              headers,
              it.get("value", Binary.class).getData(),
              it.getString("reason")));
    }
    return found;
  }

  long count() {
    return letters.countDocuments();
  }

  void forget(DeadLetter letter) {
    letters.deleteOne(eq("_id", id(letter)));
  }

  /** Asks whoever reads the letters' partitions to try them again. */
  void want() {
    letters.updateMany(new Document(), Updates.set(WANTED, true));
  }

  /** The keys of these partitions that somebody wants tried again; they are asked for once. */
  Set<String> takeWanted(Set<Integer> partitions) {
    var keys = new HashSet<String>();
    for (var it : letters.find(exists(WANTED))) {
      if (partitions.contains(it.getInteger("partition"))) {
        keys.add(it.getString(KEY));
      }
    }
    for (var key : keys) {
      letters.updateMany(and(eq(KEY, key), exists(WANTED)), Updates.unset(WANTED));
    }
    return keys;
  }
}
