package io.throughline.query.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of answers after Relay's cursor connections.
 *
 * @param totalCount of all pages
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, long totalCount) {

  public record Edge<T>(T node, String cursor) {}

  public record PageInfo(
      boolean hasNextPage,
      boolean hasPreviousPage,
      @Nullable String startCursor,
      @Nullable String endCursor) {}
}
