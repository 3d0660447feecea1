package io.throughline.simulators.netsuite;

import io.throughline.simulators.netsuite.Entry.OrderLine;
import io.throughline.simulators.netsuite.Entry.OrderTerms;
import io.throughline.simulators.netsuite.Entry.ServiceTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what integrations send. Every method throws {@link Problem} 400 where a field is wrong. */
record RequestBody(JsonNode node) {
  /** Which marks a line that is subscribed to. */
  static final String SUBSCRIPTION = "custcol_subscription";

  /** A record's own fields as text. */
  Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    node.properties()
        .forEach(
            field -> {
              var value = field.getValue();
              fields.put(field.getKey(), value.isValueNode() ? value.asString() : value.toString());
            });
    return fields;
  }

  OrderTerms orderTerms(String externalId) {
    var lines = new ArrayList<OrderLine>();
    for (var line : items()) {
      lines.add(orderLine(line, "item.items[" + lines.size() + "]."));
    }
    return new OrderTerms(
        node.path("otherRefNum").asString(externalId),
        reference(node.path("entity")),
        reference(node.path("currency")),
        reference(node.path("taxItem")),
        lines);
  }

  private static OrderLine orderLine(JsonNode line, String path) {
    var location = reference(line.path("location"));
    return new OrderLine(
        line.path("custcol_line_id").asString(""),
        reference(line.path("item")),
        number(line.path("quantity"), path + "quantity").intValue(),
        number(line.path("rate"), path + "rate"),
        discount(line, "custcol_discount", path),
        discount(line, "custcol_partner_discount", path),
        location.isEmpty() ? null : location,
        line.has(SUBSCRIPTION) ? subscription(line, path) : null);
  }

  /** Such a line has to be closed: from an open one the account would ship and bill. */
  private static String subscription(JsonNode line, String path) {
    if (!line.path("isClosed").asBoolean(false)) {
      throw Problem.invalid(path + "isClosed", "A line of a subscription must be closed.");
    }
    return line.path(SUBSCRIPTION).asString();
  }

  /** An invoice or a credit memo of its own. */
  ServiceTerms serviceTerms() {
    if (items().size() != 1) {
      throw Problem.invalid("item", "You must enter one line item for this transaction.");
    }
    var line = items().get(0);
    return new ServiceTerms(
        reference(node.path("entity")),
        reference(node.path("currency")),
        reference(node.path("taxItem")),
        node.path("custbody_order_id").asString(""),
        line.path("custcol_line_id").asString(""),
        reference(line.path("item")),
        number(line.path("rate"), "item.items[0].rate")
            .multiply(number(line.path("quantity"), "item.items[0].quantity")),
        line.path("custcol_service_from").asString(""),
        line.path("custcol_service_until").asString(""));
  }

  private static BigDecimal discount(JsonNode line, String field, String path) {
    return line.has(field) ? number(line.path(field), path + field) : BigDecimal.ZERO;
  }

  /** The numbers of the lines that are to be closed. */
  List<Integer> closedLines() {
    var numbers = new ArrayList<Integer>();
    for (var line : items()) {
      if (!line.path("isClosed").asBoolean(false)) {
        throw Problem.invalid("item.items", "All that can be changed of a line is isClosed: true.");
      }
      numbers.add(number(line.path("line"), "item.items.line").intValue());
    }
    return numbers;
  }

  String externalId() {
    var externalId = node.path("externalId").asString("");
    if (externalId.isBlank()) {
      throw Problem.invalid("externalId", "Please enter value(s) for: External ID.");
    }
    return externalId;
  }

  /** Units by order line. */
  Map<String, Integer> quantities() {
    var quantities = new LinkedHashMap<String, Integer>();
    for (var line : items()) {
      quantities.merge(
          line.path("custcol_line_id").asString(""),
          number(line.path("quantity"), "item.items.quantity").intValue(),
          Integer::sum);
    }
    if (quantities.isEmpty()) {
      throw Problem.invalid("item", "You must enter at least one line item for this transaction.");
    }
    return quantities;
  }

  /**
   * What a refund pays back.
   *
   * @param of the external id of a credit memo ({@code apply}), or an id of a deposit ({@code
   *     deposit})
   */
  record RefundTerms(
      String customer, String currency, String of, boolean isDeposit, BigDecimal amount) {}

  RefundTerms refundTerms() {
    var isDeposit = node.has("deposit");
    var applied = node.path(isDeposit ? "deposit" : "apply").path("items").path(0);
    return new RefundTerms(
        reference(node.path("customer")),
        reference(node.path("currency")),
        isDeposit && applied.path("doc").has("id")
            ? applied.path("doc").path("id").asString()
            : reference(applied.path("doc")),
        isDeposit,
        amount(applied.path("amount"), "apply.items[0].amount"));
  }

  /** What a customer is to be asked to pay in advance, if the request is about that. */
  Optional<BigDecimal> depositAsked() {
    var field = "custbody_deposit_requested";
    return node.has(field) ? Optional.of(amount(node.path(field), field)) : Optional.empty();
  }

  /** The external id of the order that a deposit is for. */
  String depositOrder() {
    return reference(node.path("salesOrder"));
  }

  BigDecimal depositAmount() {
    return amount(node.path("payment"), "payment");
  }

  /** The id of the invoice that a credit is to lessen. */
  String creditedInvoice() {
    return node.path("apply").path("items").path(0).path("doc").path("id").asString("");
  }

  /** The external id of the invoice that a deposit is to pay. */
  String appliedTo() {
    return reference(node.path("apply").path("items").path(0).path("doc"));
  }

  BigDecimal appliedAmount() {
    return amount(node.path("apply").path("items").path(0).path("amount"), "apply.items[0].amount");
  }

  private static BigDecimal amount(JsonNode value, String path) {
    try {
      return new BigDecimal(value.asString(""));
    } catch (NumberFormatException e) {
      throw Problem.invalid(path, "Invalid number '" + value.asString("") + "'.");
    }
  }

  private JsonNode items() {
    return node.path("item").path("items");
  }

  /** A reference to another record: by its external id or its name. */
  private static String reference(JsonNode node) {
    var externalId = node.path("externalId").asString("");
    return externalId.isEmpty() ? node.path("refName").asString("") : externalId;
  }

  private static BigDecimal number(JsonNode value, String path) {
    try {
      // without trailing zeros, so that 2.5 and 2.50 are the same terms
      return new BigDecimal(value.asString("")).stripTrailingZeros();
    } catch (NumberFormatException e) {
      throw Problem.invalid(path, "Invalid number '" + value.asString("") + "'.");
    }
  }
}
