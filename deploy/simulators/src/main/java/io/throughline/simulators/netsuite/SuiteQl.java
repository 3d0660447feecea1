package io.throughline.simulators.netsuite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * As much of SuiteQL as is needed to look records up by key: {@code SELECT columns FROM table WHERE
 * column IN ('…', …) ORDER BY columns}. Whatever else is asked is refused, not guessed at.
 */
final class SuiteQl {
  private static final Pattern QUERY =
      Pattern.compile(
          "\\s*SELECT\\s+(.+?)\\s+FROM\\s+(\\w+)(?:\\s+WHERE\\s+(\\w+)\\s+IN\\s*\\((.*?)\\))?\\s+ORDER\\s+BY\\s+([\\w\\s,]+?)\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");

  private SuiteQl() {}

  static List<Map<String, String>> run(String query, Records records) {
    var parts = QUERY.matcher(query);
    if (!parts.matches()) {
      throw Problem.query("This query is not supported: " + query);
    }
    var columns = columns(parts.group(1));
    var key = parts.group(3) == null ? "" : parts.group(3).toLowerCase(Locale.ROOT);
    var wanted = parts.group(4) == null ? Set.<String>of() : texts(parts.group(4));
    var order = columns(parts.group(5));
    return rows(parts.group(2).toLowerCase(Locale.ROOT), key, wanted, records)
        .sorted(
            Comparator.comparing(
                row -> order.stream().map(it -> column(row, it)).collect(Collectors.joining("\0"))))
        .map(
            row ->
                columns.stream()
                    .collect(
                        Collectors.toMap(
                            it -> it,
                            it -> column(row, it),
                            (first, _) -> first,
                            LinkedHashMap<String, String>::new)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static List<String> columns(String list) {
    return Arrays.stream(list.split(",")).map(it -> it.strip().toLowerCase(Locale.ROOT)).toList();
  }

  private static Set<String> texts(String list) {
    return TEXT.matcher(list)
        .results()
        .map(it -> it.group(1).replace("''", "'"))
        .collect(Collectors.toSet());
  }

  private static String column(Map<String, String> row, String name) {
    var value = row.get(name);
    if (value == null) {
      throw Problem.query("Field '" + name + "' was not found.");
    }
    return value;
  }

  private static Stream<Map<String, String>> rows(
      String table, String key, Set<String> wanted, Records records) {
    return switch (table) {
      case "customer" ->
          wantedOf(wanted, records.customers()).map(customer -> row(customer, records));
      case "item" -> wantedOf(wanted, records.items()).map(SuiteQl::row);
      case "inventoryitemlocations" ->
          wantedOf(wanted, records.items()).flatMap(SuiteQl::locations);
      case "salestaxitem" ->
          NetSuite.TAX_RATES.entrySet().stream()
              .filter(tax -> key.isEmpty() || wanted.contains(tax.getKey()))
              .map(tax -> Map.of("itemid", tax.getKey(), "rate", tax.getValue().toPlainString()));
      default -> throw Problem.query("Record '" + table + "' was not found.");
    };
  }

  private static <T> Stream<T> wantedOf(Set<String> wanted, Map<String, T> all) {
    return wanted.stream().map(all::get).filter(Objects::nonNull);
  }

  private static Map<String, String> row(Customer customer, Records records) {
    return Map.of(
        "id",
        customer.internalId,
        "externalid",
        customer.externalId,
        "creditlimit",
        records.creditLimit(customer).toPlainString(),
        "balance",
        customer.balance.toPlainString(),
        "unbilledorders",
        customer.unbilled.toPlainString(),
        "isinactive",
        "T".equals(customer.fields.get("isInactive")) ? "T" : "F");
  }

  private static Map<String, String> row(Item item) {
    return Map.of(
        "id", item.internalId,
        "itemid", item.id,
        "displayname", item.name,
        "baseprice", item.basePrice.toPlainString(),
        "isinactive", item.inactive ? "T" : "F");
  }

  private static Stream<Map<String, String>> locations(Item item) {
    return item.available.entrySet().stream()
        .map(
            stock ->
                Map.of(
                    "itemid", item.id,
                    "location", stock.getKey(),
                    "quantityavailable", Integer.toString(stock.getValue()),
                    "quantitybackordered", Integer.toString(item.backOrdered())));
  }
}
