package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * NetSuite over SuiteTalk REST. Records are known there by our ids: a customer and a sales order by
 * theirs, an item fulfilment and an invoice by their shipment's. Under such an id a record can be
 * made only once, so each write may be repeated: an upsert finds what is there, and a transform
 * that was done before is refused as a duplicate, which then is read.
 */
final class NetSuiteErp implements Erp {
  private final NetSuiteClient client;
  private final NetSuiteValidation validation;
  private final JsonMapper json = JsonMapper.builder().build();

  NetSuiteErp(NetSuiteClient client) {
    this.client = client;
    this.validation = new NetSuiteValidation(client);
  }

  @Override
  public Answer<String> putCustomer(ErpCustomer customer) {
    var body = json.createObjectNode();
    body.put("companyName", customer.name());
    body.putObject("currency").put("refName", customer.currency().getCurrencyCode());
    if (customer.email() != null) {
      body.put("email", customer.email());
    }
    if (customer.phone() != null) {
      body.put("phone", customer.phone());
    }
    body.set("defaultAddress", NetSuiteRecords.address(customer.billTo()));
    return client.put("customer", customer.customerId().value(), body);
  }

  @Override
  public Answer<Validation> validate(ErpOrder order) {
    return validation.of(order);
  }

  @Override
  public Answer<SalesOrder> createSalesOrder(ErpOrder order) {
    return client
        .put("salesOrder", order.orderId().value(), NetSuiteRecords.salesOrder(order))
        .then(_ -> salesOrder(order.orderId(), order.currency()))
        .then(
            found ->
                found
                    .<Answer<SalesOrder>>map(Answer.Done::new)
                    .orElse(
                        new Answer.Unknown<>("NetSuite took the order and does not show it yet.")));
  }

  @Override
  public Answer<Optional<SalesOrder>> salesOrder(OrderId orderId, Currency currency) {
    return client
        .get("salesOrder", orderId.value())
        .map(found -> found.map(record -> salesOrder(record, currency)));
  }

  private static SalesOrder salesOrder(JsonNode record, Currency currency) {
    var allocations = new ArrayList<Allocation>();
    var backOrdered = new ArrayList<LineQuantity>();
    var isClosed = false;
    for (var line : record.path("item").path("items")) {
      var lineId = new LineId(line.path("custcol_line_id").asString());
      var committed = line.path("quantityCommitted").asInt();
      var missing = line.path("quantityBackOrdered").asInt();
      isClosed |= line.path("isClosed").asBoolean(false);
      if (committed > 0) {
        var warehouse = new WarehouseId(line.path("inventoryLocation").path("refName").asString());
        allocations.add(new Allocation(lineId, warehouse, committed));
      }
      if (missing > 0) {
        backOrdered.add(new LineQuantity(lineId, missing));
      }
    }
    return new SalesOrder(
        record.path("id").asString(),
        record.path("tranId").asString(),
        money(record, "subtotal", currency),
        money(record, "taxTotal", currency),
        List.copyOf(allocations),
        List.copyOf(backOrdered),
        isClosed);
  }

  @Override
  public Answer<String> recordItemFulfilment(
      OrderId orderId, ShipmentId shipmentId, List<LineQuantity> lines) {
    var made =
        client.transform(
            "salesOrder", orderId.value(), "itemFulfillment", partOf(shipmentId, lines));
    return made instanceof Answer.Refused<String>(var findings, _)
            && NetSuiteProblem.isDuplicate(findings)
        ? client.get("itemFulfillment", shipmentId.value()).then(found -> id(found))
        : made;
  }

  private static Answer<String> id(Optional<JsonNode> found) {
    return found
        .<Answer<String>>map(record -> new Answer.Done<>(record.path("id").asString()))
        .orElse(new Answer.Unknown<>("NetSuite has the record and does not show it yet."));
  }

  @Override
  public Answer<Invoice> createInvoice(
      OrderId orderId, ShipmentId shipmentId, List<LineQuantity> lines) {
    var made =
        client.transform("salesOrder", orderId.value(), "invoice", partOf(shipmentId, lines));
    var isThere =
        made instanceof Answer.Refused<String>(var findings, _)
                && NetSuiteProblem.isDuplicate(findings)
            ? new Answer.Done<>("")
            : made;
    return isThere
        .then(_ -> invoice(shipmentId))
        .then(
            found ->
                found
                    .<Answer<Invoice>>map(Answer.Done::new)
                    .orElse(
                        new Answer.Unknown<>(
                            "NetSuite has the invoice and does not show it yet.")));
  }

  private ObjectNode partOf(ShipmentId shipmentId, List<LineQuantity> lines) {
    var body = json.createObjectNode().put("externalId", shipmentId.value());
    ArrayNode items = body.putObject("item").putArray("items");
    for (var line : lines) {
      items
          .addObject()
          .put("custcol_line_id", line.lineId().value())
          .put("quantity", line.quantity());
    }
    return body;
  }

  @Override
  public Answer<Optional<Invoice>> invoice(ShipmentId shipmentId) {
    return client.get("invoice", shipmentId.value()).map(found -> found.map(NetSuiteErp::invoice));
  }

  private static Invoice invoice(JsonNode record) {
    var currency = Currency.getInstance(record.path("currency").path("refName").asString());
    var lines = new ArrayList<LineQuantity>();
    for (var line : record.path("item").path("items")) {
      lines.add(
          new LineQuantity(
              new LineId(line.path("custcol_line_id").asString()), line.path("quantity").asInt()));
    }
    return new Invoice(
        record.path("id").asString(),
        record.path("tranId").asString(),
        money(record, "subtotal", currency),
        money(record, "taxTotal", currency),
        money(record, "amountPaid", currency),
        List.copyOf(lines));
  }

  @Override
  public Answer<Boolean> closeSalesOrder(OrderId orderId) {
    return client
        .get("salesOrder", orderId.value())
        .then(
            found -> found.map(record -> close(orderId, record)).orElse(new Answer.Done<>(false)));
  }

  private Answer<Boolean> close(OrderId orderId, JsonNode record) {
    var body = json.createObjectNode();
    ArrayNode items = body.putObject("item").putArray("items");
    for (var line : record.path("item").path("items")) {
      items.addObject().put("line", line.path("line").asInt()).put("isClosed", true);
    }
    return client.patch("salesOrder", orderId.value(), body).map(_ -> true);
  }

  private static Money money(JsonNode record, String field, Currency currency) {
    return new Money(new BigDecimal(record.path(field).asString("0")), currency);
  }
}
