package io.throughline.query.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** Where a slice's plan is kept: in its own database, changed by one node at a time. */
final class PlanBook {
  private static final String ID = "plan";
  private static final String REVISION = "revision";
  private static final String PLAN = "plan";

  private final JsonMapper json = JsonMapper.builder().build();
  private final MongoCollection<Document> book;
  private final int version;

  /**
   * @param version of the projection, for the first generation
   */
  PlanBook(MongoDatabase database, int version) {
    this.book = database.getCollection("plan");
    this.version = version;
  }

  /** A slice without a plan begins its first generation. */
  Plan read() {
    return plan(entry());
  }

  private Document entry() {
    var entry = book.find(eq("_id", ID)).first();
    while (entry == null) {
      try {
        book.insertOne(entry(0, Plan.of(newId(), version, Instant.now())));
      } catch (MongoWriteException e) {
        if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
          throw e;
        } // else another node was quicker
      }
      entry = book.find(eq("_id", ID)).first();
    }
    return entry;
  }

  static String newId() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  /**
   * Changes the plan, from whatever it is at that moment.
   *
   * @return as it is afterwards
   */
  Plan change(UnaryOperator<Plan> change) {
    while (true) {
      var entry = entry();
      var before = plan(entry);
      var after = change.apply(before);
      if (after.equals(before)) {
        return before;
      }
      long revision = entry.getLong(REVISION);
      var replaced =
          book.replaceOne(and(eq("_id", ID), eq(REVISION, revision)), entry(revision + 1, after));
      if (replaced.getMatchedCount() == 1) {
        return after;
      }
    }
  }

  private Plan plan(Document entry) {
    return json.readValue(entry.getString(PLAN), Plan.class);
  }

  private Document entry(long revision, Plan plan) {
    return new Document("_id", ID)
        .append(REVISION, revision)
        .append(PLAN, json.writeValueAsString(plan));
  }
}
