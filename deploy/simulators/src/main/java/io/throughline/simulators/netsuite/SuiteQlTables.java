package io.throughline.simulators.netsuite;

import io.throughline.simulators.netsuite.SuiteQl.Filter;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers SuiteQL queries. Rows that are asked for by their key are found without a scan. */
final class SuiteQlTables {
  private SuiteQlTables() {}

  static List<Map<String, String>> run(SuiteQl query, AccountState state) {
    return rows(query, state)
        .filter(row -> query.filters().stream().allMatch(it -> passes(row, it)))
        .sorted(order(query.orderBy()))
        .map(row -> selected(row, query.columns()))
        .toList();
  }

  private static boolean passes(Map<String, String> row, Filter filter) {
    return filter.values().contains(column(row, filter.column()));
  }

  private static Comparator<Map<String, String>> order(List<String> columns) {
    return columns.stream()
        .map(
            name ->
                Comparator.comparing(
                    (Map<String, String> row) -> column(row, name), SuiteQlTables::compare))
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  /** Internal ids and amounts go by their value, everything else by its letters. */
  private static int compare(String left, String right) {
    var number = "-?\\d+(\\.\\d+)?";
    return left.matches(number) && right.matches(number)
        ? new BigDecimal(left).compareTo(new BigDecimal(right))
        : left.compareTo(right);
  }

  private static Map<String, String> selected(Map<String, String> row, List<String> columns) {
    var selected = new LinkedHashMap<String, String>();
    columns.forEach(name -> selected.put(name, column(row, name)));
    return selected;
  }

  private static String column(Map<String, String> row, String name) {
    var value = row.get(name);
    if (value == null) {
      throw Problem.query("Search error occurred: Field '" + name + "' was not found.");
    }
    return value;
  }

  private static Stream<Map<String, String>> rows(SuiteQl query, AccountState state) {
    return switch (query.table()) {
      case "customer" ->
          keys(query, "externalid")
              .map(keys -> keys.flatMap(key -> state.customers.find(key).stream()))
              .orElseGet(() -> state.customers.all().stream())
              .map(customer -> customer(customer, state));
      case "item" -> items(query, state).map(SuiteQlTables::item);
      case "inventoryitemlocations" -> items(query, state).flatMap(SuiteQlTables::locations);
      case "transaction" -> state.afterSales.deposits.all().stream().map(SuiteQlTables::deposit);
      case "salestaxitem" ->
          AccountState.TAX_RATES.entrySet().stream()
              .map(tax -> Map.of("itemid", tax.getKey(), "rate", tax.getValue().toPlainString()));
      default ->
          throw Problem.query(
              "Search error occurred: Record '" + query.table() + "' was not found.");
    };
  }

  private static Stream<Item> items(SuiteQl query, AccountState state) {
    return keys(query, "itemid")
        .map(keys -> keys.flatMap(key -> Optional.ofNullable(state.items.get(key)).stream()))
        .orElseGet(() -> state.items.values().stream());
  }

  private static Optional<Stream<String>> keys(SuiteQl query, String column) {
    return query.filters().stream()
        .filter(filter -> filter.column().equals(column))
        .findFirst()
        .map(filter -> filter.values().stream());
  }

  private static Map<String, String> customer(Customer customer, AccountState state) {
    return Map.of(
        "id",
        customer.internalId,
        "externalid",
        customer.externalId,
        "creditlimit",
        state.creditLimit(customer).toPlainString(),
        "balance",
        customer.balance.toPlainString(),
        "unbilledorders",
        customer.unbilled.toPlainString(),
        "isinactive",
        customer.isInactive() ? "T" : "F");
  }

  /** Of the account's transactions those that nothing else shows. */
  private static Map<String, String> deposit(Deposit deposit) {
    return Map.of(
        "id", deposit.internalId(),
        "type", "CustDep",
        "custbody_order_id", deposit.order().externalId,
        "foreigntotal", deposit.amount().toPlainString(),
        "foreignamountunpaid", deposit.left().toPlainString());
  }

  private static Map<String, String> item(Item item) {
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
                    "quantityavailable", Integer.toString(stock.getValue())));
  }
}
