package io.throughline.query.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonParseException;
import org.jspecify.annotations.Nullable;

/**
 * A page by keyset: it begins behind the last row of the page before, wherever that row is now, so
 * nothing is seen twice or missed because something else was added. Rows are read and counted only
 * where somebody asks for them.
 */
public final class Page {
  private static final int DEFAULT = 10;
  private static final int LARGEST = 200;

  private final int size;
  private final @Nullable Document after;

  private Page(int size, @Nullable Document after) {
    this.size = size;
    this.after = after;
  }

  /**
   * @param first how many rows; 10 if not given, 200 at the most
   * @param after the cursor of the row before the page
   * @throws BadInput if one of them is not possible
   */
  public static Page of(@Nullable Integer first, @Nullable String after) {
    if (first != null && (first < 1 || first > LARGEST)) {
      throw new BadInput("first must be from 1 to " + LARGEST + ", not " + first + ".");
    }
    return new Page(first == null ? DEFAULT : first, after == null ? null : decoded(after));
  }

  private static Document decoded(String cursor) {
    try {
      var document =
          Document.parse(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
      if (isOrdered(document.get("v"))
          && document.get("k") instanceof String
          && document.get("o") instanceof String) {
        return document;
      }
    } catch (IllegalArgumentException | JsonParseException | BSONException e) {
      // told below
    }
    throw new BadInput(
        "after is no cursor of ours: pass the endCursor of the page before, or leave it out.");
  }

  /** What views are ordered by; anything else would mean something in a query. */
  private static boolean isOrdered(@Nullable Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Date
        || value instanceof Boolean;
  }

  private static String encoded(Object value, String key, String ordering) {
    var json = new Document("v", value).append("k", key).append("o", ordering).toJson();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param asked what is wanted of the connection
   * @param field by which the rows are ordered; their key decides between equals
   * @param value of that field in a view, as it is stored
   * @throws BadInput if the page before was in another order
   */
  public <V> Connection<V> read(
      DataFetchingFieldSelectionSet asked,
      Listing<V> store,
      Bson filter,
      String field,
      boolean ascending,
      Function<V, Object> value,
      Function<V, String> key) {
    var ordering = (ascending ? "+" : "-") + field;
    if (after != null && !ordering.equals(after.getString("o"))) {
      throw new BadInput(
          "after is a cursor of another ordering: pass the endCursor of a page in this one, or"
              + " leave it out.");
    }
    var order =
        ascending
            ? Sorts.orderBy(Sorts.ascending(field), Sorts.ascending("_id"))
            : Sorts.orderBy(Sorts.descending(field), Sorts.descending("_id"));
    var views = store.atOnce();
    var from = after == null ? filter : and(filter, behind(after, field, ascending));
    var rows =
        asked.contains("edges") || asked.contains("pageInfo")
            ? views.find(from, order, size + 1)
            : List.<V>of();
    var edges =
        rows.stream()
            .limit(size)
            .map(
                row ->
                    new Connection.Edge<>(row, encoded(value.apply(row), key.apply(row), ordering)))
            .toList();
    return new Connection<>(
        edges,
        pageInfo(edges, rows.size() > size),
        asked.contains("totalCount") ? views.count(filter) : 0);
  }

  private static Bson behind(Document cursor, String field, boolean ascending) {
    var value = cursor.get("v");
    var key = cursor.getString("k");
    return ascending
        ? or(gt(field, value), and(eq(field, value), gt("_id", key)))
        : or(lt(field, value), and(eq(field, value), lt("_id", key)));
  }

  private <V> Connection.PageInfo pageInfo(List<Connection.Edge<V>> edges, boolean more) {
    return new Connection.PageInfo(
        more,
        after != null,
        edges.isEmpty() ? null : edges.getFirst().cursor(),
        edges.isEmpty() ? null : edges.getLast().cursor());
  }
}
