package io.throughline.simulators.salesforce;

import io.throughline.simulators.salesforce.OrgSchema.SObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query in as much of SOQL as integrations need to find records: {@code SELECT fields FROM object
 * [WHERE field = | != | < | <= | > | >= literal | IN (…) [AND …]] [ORDER BY field [ASC | DESC], …]
 * [LIMIT n]}. Whatever else is asked is refused, not guessed at.
 *
 * @param limit Integer.MAX_VALUE: none
 */
record Soql(
    List<String> fields, String object, List<Filter> filters, List<Order> orderBy, int limit) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:('(?:[^'\\\\]|\\\\.)*')|([A-Za-z_]\\w*)|(\\d[\\dTZ:.+-]*)|(!=|<=|>=|[(),=<>]))\\s*");

  /** Rows whose field compares so with one of the values; a null among them is the empty field. */
  record Filter(String field, String operator, Set<String> values, boolean isNull) {

    boolean holds(Map<String, @Nullable String> row) {
      var value = row.get(field);
      if (isNull) {
        return operator.equals("=") == (value == null);
      }
      return switch (operator) {
        case "=", "in" -> value != null && values.contains(value);
        case "!=" -> value == null || !values.contains(value);
        default -> value != null && compares(OrgTime.text(value).compareTo(OrgTime.text(first())));
      };
    }

    private String first() {
      return values.iterator().next();
    }

    private boolean compares(int order) {
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }
  }

  record Order(String field, boolean isDescending) {

    Comparator<Map<String, @Nullable String>> comparator() {
      Comparator<Map<String, @Nullable String>> rising =
          Comparator.comparing(
              row -> row.get(field), Comparator.nullsFirst(Comparator.naturalOrder()));
      return isDescending ? rising.reversed() : rising;
    }
  }

  /**
   * @throws OrgRefusal 400 if the query is none of this kind, or names what is not there
   */
  static Soql parse(String text) {
    var query = new Parser(text).query();
    var object = OrgSchema.object(query.object());
    query.fields().forEach(field -> require(object, field));
    query.filters().forEach(filter -> require(object, filter.field()));
    query.orderBy().forEach(order -> require(object, order.field()));
    return query;
  }

  private static void require(SObject object, String field) {
    if (!OrgSchema.isField(object, field)) {
      throw OrgRefusal.field(object.name(), field);
    }
  }

  List<Map<String, @Nullable String>> run(Collection<Map<String, @Nullable String>> rows) {
    var found = new ArrayList<Map<String, @Nullable String>>();
    for (var row : rows) {
      if (filters.stream().allMatch(filter -> filter.holds(row))) {
        found.add(row);
      }
    }
    orderBy.reversed().forEach(order -> found.sort(order.comparator()));
    var shown = new ArrayList<Map<String, @Nullable String>>();
    for (var row : found.subList(0, Math.min(limit, found.size()))) {
      var columns = new LinkedHashMap<String, @Nullable String>();
      fields.forEach(field -> columns.put(field, row.get(field)));
      shown.add(columns);
    }
    return shown;
  }

  private static final class Parser {
    private final String text;
    private final Deque<String> tokens = new ArrayDeque<>();

    Parser(String text) {
      this.text = text;
      var matcher = TOKEN.matcher(text);
      while (matcher.regionStart() < text.length() && matcher.lookingAt()) {
        tokens.add(matcher.group().strip());
        matcher.region(matcher.end(), text.length());
      }
      if (matcher.regionStart() < text.length()) {
        throw refused();
      }
    }

    Soql query() {
      expect("select");
      var fields = names();
      expect("from");
      var object = name();
      var filters = new ArrayList<Filter>();
      if (skip("where")) {
        do {
          filters.add(filter());
        } while (skip("and"));
      }
      var orders = new ArrayList<Order>();
      if (skip("order")) {
        expect("by");
        do {
          var field = name();
          var isDescending = skip("desc");
          orders.add(new Order(field, isDescending || (skip("asc") && isDescending)));
        } while (skip(","));
      }
      var limit = skip("limit") ? Integer.parseInt(next()) : Integer.MAX_VALUE;
      if (!tokens.isEmpty()) {
        throw refused();
      }
      return new Soql(fields, object, List.copyOf(filters), List.copyOf(orders), limit);
    }

    private Filter filter() {
      var field = name();
      if (skip("in")) {
        expect("(");
        var values = new LinkedHashSet<String>();
        do {
          values.add(literal());
        } while (skip(","));
        expect(")");
        return new Filter(field, "in", values, false);
      }
      var operator = next();
      if (!operator.matches("=|!=|<|<=|>|>=")) {
        throw refused();
      }
      return skip("null")
          ? new Filter(field, operator, Set.of(), true)
          : new Filter(field, operator, Set.of(literal()), false);
    }

    private List<String> names() {
      var names = new ArrayList<String>();
      do {
        names.add(name());
      } while (skip(","));
      return List.copyOf(names);
    }

    private String name() {
      var token = next();
      if (!token.matches("[A-Za-z_]\\w*")) {
        throw refused();
      }
      return token;
    }

    /** Text in quotes; a number or a time without. */
    private String literal() {
      var token = next();
      if (token.startsWith("'")) {
        return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
      }
      if (!token.matches("\\d.*")) {
        throw refused();
      }
      return token;
    }

    private void expect(String word) {
      if (!skip(word)) {
        throw refused();
      }
    }

    private boolean skip(String word) {
      if (!tokens.isEmpty() && tokens.element().equalsIgnoreCase(word)) {
        tokens.remove();
        return true;
      }
      return false;
    }

    private String next() {
      if (tokens.isEmpty()) {
        throw refused();
      }
      return tokens.remove();
    }

    private OrgRefusal refused() {
      return OrgRefusal.query("unexpected token in: " + text);
    }
  }
}
