package io.throughline.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.throughline.query.History;
import io.throughline.query.customerprofile.CustomerProfileProjection;
import io.throughline.query.exceptions.ExceptionsProjection;
import io.throughline.query.orderlist.OrderListProjection;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What queries ask, a real MongoDB answers from an index: it says so itself. */
@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = "MONGODB_URI names no MongoDB: whether queries use indexes is not checked.")
class IndexTest {
  private static final List<String> SORTS =
      List.of("orderedOn", "requestedOn", "submittedAt", "changedAt", "total");

  private static MongoClient client;

  private record Asked(String what, Projection<?> projection, Bson filter, Bson order) {}

  @BeforeAll
  static void open() {
    client = MongoClients.create(System.getenv("MONGODB_URI"));
    fill(new OrderListProjection());
    fill(new ExceptionsProjection());
    fill(new CustomerProfileProjection());
  }

  private static <V> void fill(Projection<V> projection) {
    client.getDatabase("throughline_" + projection.name()).drop();
    var feed = new Feed();
    for (var i = 0; i < 200; i++) {
      feed.add(History.of("SO-" + i, "C-" + i % 20).whole());
    }
    feed.into(new ViewStore<>(client, projection), projection);
  }

  @AfterAll
  static void close() {
    client.close();
  }

  private static Stream<Asked> questions() {
    var list = new OrderListProjection();
    var asked = new ArrayList<Asked>();
    var filters =
        List.of(
            Filters.empty(),
            Filters.eq("customer", "C-1"),
            Filters.eq("owner", "u1"),
            Filters.in("state", "COMPLETED", "SHIPPED"),
            Filters.eq("parked", true),
            Filters.eq("causes", "PRODUCT_DISCONTINUED"),
            Filters.eq("queues", "SALES"),
            Filters.eq("partner", "P-1"),
            Filters.and(Filters.eq("customer", "C-1"), Filters.gte("orderedOn", "2026-01-01")));
    for (var filter : filters) {
      for (var sort : SORTS) {
        asked.add(
            new Asked(
                "orders by " + sort + ", " + filter, list, filter, Sorts.descending(sort, "_id")));
      }
    }
    var exceptions = new ExceptionsProjection();
    asked.add(
        new Asked(
            "exceptions of a queue",
            exceptions,
            Filters.and(Filters.eq("status", "OPEN"), Filters.eq("queue", "SALES")),
            Sorts.ascending("since", "_id")));
    asked.add(
        new Asked(
            "exceptions behind a cursor",
            exceptions,
            Filters.and(Filters.eq("status", "OPEN"), Filters.gt("since", new Date(0))),
            Sorts.ascending("since", "_id")));
    asked.add(
        new Asked(
            "children of a customer",
            new CustomerProfileProjection(),
            Filters.eq("parent", "C-1"),
            Sorts.ascending("_id")));
    for (var projection : List.of(list, exceptions)) {
      asked.add(
          new Asked(
              "all of a customer, to blank them",
              projection,
              Filters.in("ofCustomer", "C-1"),
              new Document()));
      asked.add(
          new Asked(
              "a document as it was read, to replace it",
              projection,
              Filters.and(Filters.eq("_id", "SO-1"), Filters.eq("globalIndex", 3L)),
              new Document()));
    }
    return asked.stream();
  }

  @TestFactory
  Stream<DynamicTest> noQueryReadsAllDocuments() {
    return questions()
        .map(
            asked ->
                DynamicTest.dynamicTest(
                    asked.what(),
                    () ->
                        assertThat(
                                new ViewStore<>(client, asked.projection())
                                    .live()
                                    .explained(asked.filter(), asked.order())
                                    .get("queryPlanner", Document.class)
                                    .get("winningPlan", Document.class)
                                    .toJson())
                            .contains("IXSCAN")
                            .doesNotContain("COLLSCAN")));
  }
}
