package io.throughline.command.erp;

import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.WarehouseId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our terms in NetSuite's records. Custom fields are named {@code custcol_…}, as the account has to
 * have them.
 */
final class NetSuiteRecords {
  /** Which marks a line that is subscribed to. */
  static final String SUBSCRIPTION = "custcol_subscription";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private NetSuiteRecords() {}

  static ObjectNode salesOrder(ErpOrder order) {
    var body = JSON.createObjectNode();
    body.putObject("entity").put("externalId", order.customerId().value());
    body.put("otherRefNum", order.orderId().value());
    var sale = order.sale();
    body.put("tranDate", sale.orderedOn().toString());
    if (sale.requestedOn() != null) {
      body.put("shipDate", sale.requestedOn().toString());
    }
    if (sale.partnerId() != null) {
      body.putObject("partner").put("externalId", sale.partnerId().value());
    }
    body.putObject("currency").put("refName", sale.currency().getCurrencyCode());
    body.putObject("taxItem").put("refName", sale.taxRegion());
    body.set("shippingAddress", address(sale.shipTo()));
    var items = body.putObject("item").putArray("items");
    for (var part : parts(order)) {
      var line = part.line();
      var item = items.addObject();
      item.put("custcol_line_id", line.lineId().value());
      item.putObject("item").put("externalId", line.productId().value());
      item.put("quantity", part.quantity());
      if (part.warehouse() != null) {
        item.putObject("location").put("refName", part.warehouse().value());
      }
      var day = sale.dayOf(line);
      if (day != null) {
        item.put("requestedDate", day.toString());
      }
      if (line.shipTo() != null) {
        item.put("custcol_ship_to", line.shipTo().value());
      }
      if (line.subscription() != null) {
        var terms = line.subscription();
        item.put(SUBSCRIPTION, terms.periods() + " x " + terms.billingPeriod());
        item.put("isClosed", true); // for the record: neither stocked nor billed from here
      }
      item.putObject("price").put("id", "-1"); // the custom price level: the rate below stands
      item.put("rate", line.unitPrice().amount().toPlainString());
      item.put("custcol_discount", line.discount().toPlainString());
      item.put("custcol_partner_discount", line.partnerDiscount().toPlainString());
    }
    return body;
  }

  /**
   * A NetSuite line has one location, so a line of ours becomes one for each warehouse, and one
   * without a location for what NetSuite is left to place. All carry our line's id.
   *
   * @param warehouse null: NetSuite decides
   */
  record Part(OrderLine line, @Nullable WarehouseId warehouse, int quantity) {}

  static List<Part> parts(ErpOrder order) {
    var parts = new ArrayList<Part>();
    for (var line : order.sale().lines()) {
      var left = line.quantity();
      for (var sourced : order.sourcing()) {
        var units = Math.min(left, sourced.quantity());
        if (sourced.lineId().equals(line.lineId()) && units > 0) {
          parts.add(new Part(line, sourced.warehouse(), units));
          left -= units;
        }
      }
      if (left > 0) {
        parts.add(new Part(line, null, left));
      }
    }
    return parts;
  }

  static ObjectNode address(Address address) {
    var body = JSON.createObjectNode();
    body.put("addressee", address.name());
    body.put("addr1", address.street());
    body.put("city", address.city());
    if (address.region() != null) {
      body.put("state", address.region());
    }
    if (address.postalCode() != null) {
      body.put("zip", address.postalCode());
    }
    body.putObject("country").put("refName", address.country());
    return body;
  }

  /**
   * That so much is used for another record.
   *
   * @param list {@code apply}, or {@code deposit} of a refund
   * @return what names that record
   */
  static ObjectNode use(ObjectNode body, String list, Money amount) {
    var line = body.putObject(list).putArray("items").addObject();
    line.put("apply", true).put("amount", amount.amount().toPlainString());
    return line.putObject("doc");
  }

  /** The body of a {@code customerRefund} of nothing yet. */
  static ObjectNode refund(CustomerId customer, Currency currency) {
    var body = JSON.createObjectNode();
    body.putObject("customer").put("externalId", customer.value());
    body.putObject("currency").put("refName", currency.getCurrencyCode());
    return body;
  }

  static Currency currency(JsonNode record) {
    return Currency.getInstance(record.path("currency").path("refName").asString());
  }

  static Money money(JsonNode record, String field, Currency currency) {
    return new Money(new BigDecimal(text(record, field)), currency);
  }

  /**
   * @throws IllegalArgumentException if it is not there: nothing may be guessed of a record
   */
  static String text(JsonNode record, String field) {
    var text = record.path(field).asString("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("The record has no " + field + ".");
    }
    return text;
  }

  /** A record's units by our line ids. */
  static List<LineQuantity> lines(JsonNode record) {
    return record
        .path("item")
        .path("items")
        .valueStream()
        .map(
            line ->
                new LineQuantity(
                    new LineId(line.path("custcol_line_id").asString()),
                    line.path("quantity").asInt()))
        .toList();
  }
}
