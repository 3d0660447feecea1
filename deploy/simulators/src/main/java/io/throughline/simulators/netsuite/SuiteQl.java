package io.throughline.simulators.netsuite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A query in as much of SuiteQL as is needed to look records up: {@code SELECT columns FROM table
 * [WHERE column IN ('…', …) [AND column = '…']] ORDER BY columns}. Whatever else is asked is
 * refused, not guessed at.
 *
 * @param columns in small letters, as all names here
 * @param orderBy never empty: without an order, pages double or miss rows
 */
record SuiteQl(List<String> columns, String table, List<Filter> filters, List<String> orderBy) {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:('(?:[^']|'')*')|([A-Za-z_]\\w*)|([(),=]))\\s*");

  /** Rows whose column has one of the values. */
  record Filter(String column, Set<String> values) {}

  /**
   * @throws Problem 400 if the query is none of this kind
   */
  static SuiteQl parse(String text) {
    return new Parser(text).query();
  }

  private static final class Parser {
    private final String text;
    private final Deque<String> tokens = new ArrayDeque<>();

    Parser(String text) {
      this.text = text;
      var matcher = TOKEN.matcher(text);
      while (!matcher.hitEnd() && matcher.lookingAt()) {
        tokens.add(matcher.group().strip());
        matcher.region(matcher.end(), text.length());
      }
      if (matcher.regionStart() < text.length()) {
        throw refused();
      }
    }

    SuiteQl query() {
      expect("select");
      var columns = names();
      expect("from");
      var table = name();
      var filters = new ArrayList<Filter>();
      if (skip("where")) {
        do {
          filters.add(filter());
        } while (skip("and"));
      }
      expect("order");
      expect("by");
      var orderBy = names();
      if (!tokens.isEmpty()) {
        throw refused();
      }
      return new SuiteQl(columns, table, List.copyOf(filters), orderBy);
    }

    private Filter filter() {
      var column = name();
      if (skip("=")) {
        return new Filter(column, Set.of(literal()));
      }
      expect("in");
      expect("(");
      var values = new LinkedHashSet<String>();
      do {
        values.add(literal());
      } while (skip(","));
      expect(")");
      return new Filter(column, values);
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
      if (!token.matches("\\w+")) {
        throw refused();
      }
      return token.toLowerCase(Locale.ROOT);
    }

    private String literal() {
      var token = next();
      if (!token.startsWith("'")) {
        throw refused();
      }
      return token.substring(1, token.length() - 1).replace("''", "'");
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

    private Problem refused() {
      return Problem.query(
          "Invalid search query. This account takes SELECT … FROM … [WHERE column IN (…)] ORDER BY"
              + " …, not: "
              + text);
    }
  }
}
