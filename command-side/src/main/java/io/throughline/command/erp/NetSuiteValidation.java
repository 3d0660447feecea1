package io.throughline.command.erp;

import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.erp.Erp.Validation;
import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Looks up in NetSuite, with one query for each kind of record, all that the checks compare an
 * order with.
 */
final class NetSuiteValidation {
  private final NetSuiteClient client;

  NetSuiteValidation(NetSuiteClient client) {
    this.client = client;
  }

  Answer<Validation> of(ErpOrder order) {
    var products = productsOf(order);
    return customer(order)
        .then(
            customer ->
                items(products)
                    .then(
                        items ->
                            stock(products)
                                .then(
                                    stock ->
                                        taxRate(order.sale().taxRegion())
                                            .then(
                                                rate ->
                                                    judged(
                                                        order,
                                                        new OrderChecks.Facts(
                                                            customer, items, stock, rate))))));
  }

  static Set<ProductId> productsOf(ErpOrder order) {
    return order.sale().lines().stream().map(OrderLine::productId).collect(Collectors.toSet());
  }

  private static Answer<Validation> judged(ErpOrder order, OrderChecks.Facts facts) {
    var findings = new ArrayList<>(OrderChecks.findings(order, facts));
    findings.sort(Comparator.comparing(Finding::cause));
    if (findings.isEmpty() && facts.customer().isPresent() && facts.taxRate().isPresent()) {
      return new Answer.Done<>(
          new Validation(facts.customer().get().erpId(), facts.taxRate().get(), facts.stock()));
    }
    var words = findings.stream().map(Finding::message).collect(Collectors.joining(" "));
    return new Answer.Refused<>(List.copyOf(findings), NetSuiteProblem.shortened(words));
  }

  Answer<Optional<OrderChecks.CustomerFacts>> customer(ErpOrder order) {
    return client.query(
        "SELECT id, externalid, creditlimit, balance, unbilledorders, isinactive FROM customer"
            + " WHERE externalid IN ("
            + quoted(order.customerId().value())
            + ") ORDER BY id",
        rows ->
            rows.stream()
                .findFirst()
                .map(
                    row ->
                        new OrderChecks.CustomerFacts(
                            row.path("id").asString(),
                            row.path("isinactive").asString().equals("T"),
                            row.has("creditlimit") ? decimal(row, "creditlimit") : null,
                            owed(row, "balance").add(owed(row, "unbilledorders")))));
  }

  Answer<Map<ProductId, OrderChecks.ItemFacts>> items(Set<ProductId> products) {
    return client.query(
        "SELECT itemid, displayname, baseprice, isinactive FROM item WHERE itemid IN ("
            + list(products)
            + ") ORDER BY itemid",
        rows ->
            rows.stream()
                .collect(
                    Collectors.toMap(
                        row -> new ProductId(row.path("itemid").asString()),
                        row ->
                            new OrderChecks.ItemFacts(
                                row.path("displayname").asString(),
                                row.has("baseprice") ? decimal(row, "baseprice") : null,
                                row.path("isinactive").asString().equals("T")))));
  }

  Answer<List<StockLevel>> stock(Set<ProductId> products) {
    return client.query(
        "SELECT itemid, location, quantityavailable FROM inventoryitemlocations WHERE itemid IN"
            + " ("
            + list(products)
            + ") ORDER BY itemid, location",
        rows ->
            rows.stream()
                .map(
                    row ->
                        new StockLevel(
                            new ProductId(row.path("itemid").asString()),
                            new WarehouseId(row.path("location").asString()),
                            Math.max(0, decimal(row, "quantityavailable").intValue())))
                .toList());
  }

  Answer<Optional<BigDecimal>> taxRate(String region) {
    return client.query(
        "SELECT itemid, rate FROM salestaxitem WHERE itemid IN ("
            + quoted(region)
            + ") ORDER BY itemid",
        rows -> rows.stream().findFirst().map(row -> decimal(row, "rate")));
  }

  /** SuiteQL leaves out what is empty, and empty is what a customer without debts owes. */
  private static BigDecimal owed(JsonNode row, String column) {
    return row.has(column) ? decimal(row, column) : BigDecimal.ZERO;
  }

  /**
   * @throws IllegalArgumentException if the row has no such number: nothing may be guessed
   */
  private static BigDecimal decimal(JsonNode row, String column) {
    return new BigDecimal(row.path(column).asString(""));
  }

  private static String list(Set<ProductId> products) {
    return products.stream()
        .map(ProductId::value)
        .sorted()
        .map(NetSuiteValidation::quoted)
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
