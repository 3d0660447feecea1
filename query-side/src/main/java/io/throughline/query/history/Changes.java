package io.throughline.query.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is different between two states of an order, value by value. */
final class Changes {
  /** An event that brings more than this has begun the order, or replaced its terms whole. */
  static final int MOST = 100;

  /** Every event moves them, or nobody asks for them. */
  private static final Set<String> LEFT_OUT = Set.of("changedAt", "provenance", "pendingSteps");

  /** What names an element of a list. */
  private static final List<String> NAMES =
      List.of("lineId", "shipmentId", "invoiceId", "exceptionId", "key", "name");

  /**
   * @param field with its path: {@code lines[1].shipped}; elements of lists by their ids
   * @param before as text; null: it was not there
   * @param after as text; null: it is not there any more
   */
  record Change(String field, @Nullable String before, @Nullable String after) {}

  private Changes() {}

  /** In the order of the fields; the first {@link #MOST}. */
  static List<Change> between(JsonNode before, JsonNode after) {
    var old = new LinkedHashMap<String, String>();
    var now = new LinkedHashMap<String, String>();
    flatten("", before, old);
    flatten("", after, now);
    return Stream.concat(now.keySet().stream(), old.keySet().stream())
        .distinct()
        .filter(path -> !Objects.equals(old.get(path), now.get(path)))
        .limit(MOST)
        .map(path -> new Change(path, old.get(path), now.get(path)))
        .toList();
  }

  private static void flatten(String path, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties().stream()
          .filter(it -> !(path.isEmpty() && LEFT_OUT.contains(it.getKey())))
          .forEach(
              it ->
                  flatten(
                      path.isEmpty() ? it.getKey() : path + "." + it.getKey(),
                      it.getValue(),
                      into));
    } else if (node.isArray()) {
      var number = 0;
      for (var element : node) {
        number++;
        flatten(path + "[" + name(element, number) + "]", element, into);
      }
    } else if (!node.isNull() && !node.isMissingNode()) {
      into.put(path, node.asString());
    }
  }

  private static String name(JsonNode element, int number) {
    return NAMES.stream()
        .filter(element::has)
        .findFirst()
        .map(it -> element.get(it).asString())
        .orElse(Integer.toString(number));
  }
}
