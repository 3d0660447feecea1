package io.throughline.command.erp;

import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.WarehouseId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Inquiries in SuiteQL, and of sales orders by their record, which alone tells their sums. */
final class NetSuiteInquiries implements ErpInquiries {
  private final NetSuiteClient client;

  NetSuiteInquiries(NetSuiteClient client) {
    this.client = client;
  }

  @Override
  public Answer<Optional<Credit>> credit(CustomerId customerId) {
    return client.query(
        "SELECT id, creditlimit, balance, unbilledorders, isinactive FROM customer WHERE externalid"
            + " IN ("
            + quoted(customerId.value())
            + ") ORDER BY id",
        rows -> rows.stream().findFirst().map(NetSuiteInquiries::credit));
  }

  private static Credit credit(JsonNode row) {
    return new Credit(
        decimal(row, "creditlimit"),
        orZero(row, "balance"),
        orZero(row, "unbilledorders"),
        isTrue(row, "isinactive"));
  }

  @Override
  public Answer<Optional<Product>> product(ProductId productId) {
    return client.query(
        "SELECT itemid, displayname, baseprice, isinactive FROM item WHERE itemid IN ("
            + quoted(productId.value())
            + ") ORDER BY itemid",
        rows ->
            rows.stream()
                .findFirst()
                .map(
                    row ->
                        new Product(
                            row.path("displayname").asString(),
                            decimal(row, "baseprice"),
                            isTrue(row, "isinactive"))));
  }

  @Override
  public Answer<List<StockLevel>> availability(ProductId productId) {
    return client.query(
        "SELECT itemid, location, quantityavailable FROM inventoryitemlocations WHERE itemid IN ("
            + quoted(productId.value())
            + ") ORDER BY itemid, location",
        rows ->
            rows.stream()
                .map(
                    row ->
                        new StockLevel(
                            productId,
                            new WarehouseId(row.path("location").asString()),
                            Math.max(0, orZero(row, "quantityavailable").intValue())))
                .toList());
  }

  @Override
  public Answer<Optional<OrderStatus>> orderStatus(OrderId orderId) {
    return client.get(
        "salesOrder",
        orderId.value(),
        record ->
            new OrderStatus(
                record.path("id").asString(),
                record.path("tranId").asString(),
                record.path("status").path("refName").asString(),
                orZero(record, "subtotal"),
                orZero(record, "taxTotal"),
                record.path("currency").path("refName").asString()));
  }

  /** SuiteQL leaves out what is empty. */
  private static @Nullable BigDecimal decimal(JsonNode row, String field) {
    return row.hasNonNull(field) ? new BigDecimal(row.path(field).asString()) : null;
  }

  private static BigDecimal orZero(JsonNode row, String field) {
    var value = decimal(row, field);
    return value == null ? BigDecimal.ZERO : value;
  }

  private static boolean isTrue(JsonNode row, String field) {
    return row.path(field).asString().equals("T");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
