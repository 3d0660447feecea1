package io.throughline.simulators.netsuite;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes records as SuiteTalk REST shows them with {@code expandSubResources=true}. */
final class RecordJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An order's lines are numbered so far apart that those they are split into fit between. */
  private static final int LINE_STEP = 100;

  private RecordJson() {}

  static JsonNode customer(Customer customer, AccountState state) {
    var node = JSON.createObjectNode();
    customer.fields.forEach(
        (name, value) -> {
          if (value.startsWith("{")) {
            node.set(name, JSON.readTree(value));
          } else {
            node.put(name, value);
          }
        });
    node.put("id", customer.internalId).put("externalId", customer.externalId);
    node.put("isInactive", customer.isInactive());
    node.put("balance", customer.balance).put("unbilledOrders", customer.unbilled);
    return node.put("creditLimit", state.creditLimit(customer));
  }

  static JsonNode salesOrder(SalesOrder order) {
    var node = JSON.createObjectNode();
    node.put("id", order.internalId);
    node.put("tranId", order.number());
    node.put("externalId", order.externalId);
    node.put("otherRefNum", order.terms.reference());
    node.put("subtotal", order.net());
    node.put("taxTotal", order.tax());
    node.putObject("currency").put("refName", order.terms.currency());
    node.putObject("status").put("id", order.status()).put("refName", order.status());
    var items = node.putObject("item").putArray("items");
    for (var i = 0; i < order.lines.size(); i++) {
      lines(order.lines.get(i), (i + 1) * LINE_STEP, items);
    }
    return node;
  }

  /**
   * A line whose stock comes from several locations stands there several times, once more for what
   * no location has.
   */
  private static void lines(SalesOrder.Line line, int number, ArrayNode items) {
    var next = number + 1;
    var billed = line.billed;
    for (var location : line.allotted.entrySet()) {
      var shipped = line.shipped.getOrDefault(location.getKey(), 0);
      var billedHere = Math.min(billed, shipped);
      billed -= billedHere;
      part(line, next++, location.getValue(), items)
          .put("quantityCommitted", location.getValue() - shipped)
          .put("quantityFulfilled", shipped)
          .put("quantityBilled", billedHere)
          .put("quantityBackOrdered", 0)
          .putObject("inventoryLocation")
          .put("refName", location.getKey());
    }
    if (line.quantity > line.allotted()) {
      part(line, number, line.quantity - line.allotted(), items)
          .put("quantityCommitted", 0)
          .put("quantityFulfilled", 0)
          .put("quantityBilled", 0)
          .put("quantityBackOrdered", line.backOrdered());
    }
  }

  private static ObjectNode part(SalesOrder.Line line, int number, int quantity, ArrayNode items) {
    var node = items.addObject();
    node.put("line", number).put("custcol_line_id", line.key).put("quantity", quantity);
    node.put("isClosed", line.closed);
    if (line.subscription != null) {
      node.put(RequestBody.SUBSCRIPTION, line.subscription);
    }
    node.putObject("item").put("refName", line.itemId);
    return node;
  }

  /**
   * The order's line that a numbered line is, or is a part of.
   *
   * @throws Problem 400 if there is none
   */
  static SalesOrder.Line lineOf(int number, List<SalesOrder.Line> lines) {
    var index = number / LINE_STEP - 1;
    if (index < 0 || index >= lines.size()) {
      throw Problem.invalid("item.items.line", "The order has no line number " + number + ".");
    }
    return lines.get(index);
  }

  static JsonNode invoice(Invoice invoice) {
    var node = JSON.createObjectNode();
    node.put("id", invoice.internalId());
    node.put("tranId", invoice.number());
    node.put("externalId", invoice.externalId());
    node.put("subtotal", invoice.net());
    node.put("taxTotal", invoice.tax());
    node.put("total", invoice.gross());
    node.put("amountPaid", invoice.paid());
    node.put("amountRemaining", invoice.remaining());
    node.putObject("currency").put("refName", invoice.order().terms.currency());
    node.putObject("createdFrom").put("id", invoice.order().internalId);
    quantities(invoice.quantities(), node);
    return node;
  }

  static JsonNode bill(ServiceBill bill) {
    var node = JSON.createObjectNode();
    node.put("id", bill.internalId());
    node.put("tranId", bill.number());
    node.put("externalId", bill.externalId());
    node.put("subtotal", bill.net());
    node.put("taxTotal", bill.tax());
    node.put("total", bill.gross());
    node.put("amountPaid", bill.paid());
    node.put("amountRemaining", bill.remaining());
    node.put("custbody_order_id", bill.terms().order());
    node.putObject("currency").put("refName", bill.terms().currency());
    var line = node.putObject("item").putArray("items").addObject();
    line.put("custcol_line_id", bill.terms().line()).put("quantity", 1);
    return node;
  }

  static JsonNode fulfilment(Fulfilment fulfilment) {
    var node = JSON.createObjectNode();
    node.put("id", fulfilment.internalId());
    node.put("externalId", fulfilment.externalId());
    node.putObject("createdFrom").put("id", fulfilment.order().internalId);
    quantities(fulfilment.quantities(), node);
    return node;
  }

  static void quantities(Map<String, Integer> quantities, ObjectNode node) {
    var items = node.putObject("item").putArray("items");
    quantities.forEach(
        (key, units) -> items.addObject().put("custcol_line_id", key).put("quantity", units));
  }
}
