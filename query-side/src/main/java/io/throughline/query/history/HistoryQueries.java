package io.throughline.query.history;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import io.throughline.kernel.OrderId;
import io.throughline.query.access.FieldRules;
import io.throughline.query.access.Visible;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.VisibleOrders;
import io.throughline.query.platform.BadInput;
import io.throughline.query.platform.Connection;
import io.throughline.query.platform.NamedValue;
import io.throughline.query.platform.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class HistoryQueries {
  private static final int USUAL = 20;
  private static final int LARGEST = 200;
  private static final FieldCoordinates WHY_RETURNED =
      FieldCoordinates.coordinates("Return", "reason");

  private final Histories histories;
  private final Visible<OrderDetails> orders;

  HistoryQueries(Histories histories, VisibleOrders orders) {
    this.histories = histories;
    this.orders = orders.visible();
  }

  /**
   * An event's place in the log is its cursor: nothing ever comes before what was shown.
   *
   * @return null if there is no such order; no Optional, for Spring takes that for a list where it
   *     pages itself, which it does wherever Spring Data is on the class path
   */
  @QueryMapping
  @Nullable Connection<Happening> orderHistory(
      @Argument String orderId,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after) {
    var size = size(first);
    var index = after == null ? 0 : index(after);
    var order = new OrderId(orderId);
    return orders
        .get(order.value()) // whoever may see it now may see what happened to it
        .flatMap(_ -> histories.latest(order))
        .map(latest -> page(latest, size, index))
        .orElse(null);
  }

  private Connection<Happening> page(HistoryPage latest, int size, long index) {
    var rungs = latest.ladder().rungs();
    var from = 0;
    while (from < rungs.size() && rungs.get(from).lastIndex() <= index) {
      from++;
    }
    // one page is partly behind the cursor, and one event more tells whether there is a next page
    var to = Math.min(rungs.size(), from + 1 + size / HistoryProjection.PAGE + 1);
    var pages =
        new ArrayList<>(
            from == to
                ? List.<HistoryPage>of()
                : histories.pages(latest.orderId(), IntStream.range(from, to).boxed().toList()));
    if (to == rungs.size()) {
      pages.add(latest);
    }
    var found = happenings(pages, latest, size + 1, index);
    var edges =
        found.stream()
            .limit(size)
            .map(it -> new Connection.Edge<>(it, Long.toString(it.entry().globalIndex())))
            .toList();
    return new Connection<>(
        edges,
        new Connection.PageInfo(
            found.size() > size,
            index > 0,
            edges.isEmpty() ? null : edges.getFirst().cursor(),
            edges.isEmpty() ? null : edges.getLast().cursor()),
        latest.count());
  }

  private List<Happening> happenings(
      List<HistoryPage> pages, HistoryPage latest, int most, long index) {
    var format = histories.formatOf(latest);
    var found = new ArrayList<Happening>();
    var state = pages.getFirst().before();
    for (var page : pages) {
      for (var entry : page.entries()) {
        if (found.size() == most) {
          return found;
        }
        var next = Past.fold(state, entry);
        if (entry.globalIndex() > index) {
          found.add(new Happening(entry, state, next, format));
        }
        state = next;
      }
    }
    return found;
  }

  private static int size(@Nullable Integer first) {
    if (first != null && (first < 1 || first > LARGEST)) {
      throw new BadInput("first must be from 1 to " + LARGEST + ", not " + first + ".");
    }
    return first == null ? USUAL : first;
  }

  private static long index(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException _) {
      throw new BadInput(
          "after is no cursor of ours: pass the endCursor of the page before, or leave it out.");
    }
  }

  @SchemaMapping(typeName = "HistoryEvent")
  long globalIndex(Happening it) {
    return it.entry().globalIndex();
  }

  @SchemaMapping(typeName = "HistoryEvent")
  String eventId(Happening it) {
    return it.entry().eventId();
  }

  @SchemaMapping(typeName = "HistoryEvent")
  String wireName(Happening it) {
    return it.entry().wireName();
  }

  /** To whom the schema does not tell why goods come back, the sentence does not either. */
  @SchemaMapping(typeName = "HistoryEvent")
  String sentence(Happening it, DataFetchingEnvironment asked) {
    return it.sentence(mayKnowWhyReturned(asked));
  }

  @SchemaMapping(typeName = "HistoryEvent")
  List<NamedValue> values(Happening it, DataFetchingEnvironment asked) {
    return it.values(mayKnowWhyReturned(asked));
  }

  private static boolean mayKnowWhyReturned(DataFetchingEnvironment asked) {
    var reader = Reader.of(asked.getGraphQlContext());
    return FieldRules.allows(asked.getGraphQLSchema(), WHY_RETURNED, reader);
  }

  @SchemaMapping(typeName = "HistoryEvent")
  Instant occurredAt(Happening it) {
    return it.entry().occurredAt();
  }

  @SchemaMapping(typeName = "HistoryEvent")
  Instant recordedAt(Happening it) {
    return it.entry().recordedAt();
  }

  @SchemaMapping(typeName = "HistoryEvent")
  @Nullable String actor(Happening it) {
    return it.entry().actor();
  }

  @SchemaMapping(typeName = "HistoryEvent")
  @Nullable String source(Happening it) {
    return it.entry().source();
  }

  @SchemaMapping(typeName = "HistoryEvent")
  List<Changes.Change> changes(Happening it) {
    return it.changes();
  }
}
