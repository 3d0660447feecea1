package io.throughline.command.erp;

import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * NetSuite over SuiteTalk REST. Records are known there by our ids: a customer and a sales order by
 * theirs, an item fulfilment and an invoice by their shipment's. Under such an id a record can be
 * made only once, so each write may be repeated: an upsert finds what is there, and a transform is
 * asked for before, and refused as a duplicate where another try was quicker.
 */
final class NetSuiteErp implements Erp {
  private final NetSuiteClient client;
  private final int longOrder;
  private final NetSuiteValidation validation;
  private final NetSuiteChecks checks;
  private final NetSuiteInquiries inquiries;
  private final NetSuiteCustomers customers;
  private final NetSuiteChanges changes;
  private final NetSuiteBilling billing;
  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * @param longOrder an order of so many lines is booked by a job
   */
  NetSuiteErp(NetSuiteClient client, int longOrder) {
    this.client = client;
    this.longOrder = longOrder;
    this.validation = new NetSuiteValidation(client);
    this.checks = new NetSuiteChecks(validation);
    this.inquiries = new NetSuiteInquiries(client);
    this.customers = new NetSuiteCustomers(client);
    this.changes = new NetSuiteChanges(client);
    this.billing = new NetSuiteBilling(client);
  }

  @Override
  public Answer<Optional<CustomerInErp>> customer(CustomerId customerId) {
    return customers.customer(customerId);
  }

  @Override
  public Answer<String> putCustomer(
      ErpCustomer customer, Set<CustomerField> fields, @Nullable CustomerId parent) {
    return customers.putCustomer(customer, fields, parent);
  }

  @Override
  public Answer<String> linkCustomer(CustomerId customerId, String erpCustomerId) {
    return customers.linkCustomer(customerId, erpCustomerId);
  }

  @Override
  public Answer<Boolean> retireCustomer(CustomerId customerId) {
    return customers.retireCustomer(customerId);
  }

  @Override
  public Answer<List<Change>> changes(Kind kind, Mark after, int limit) {
    return changes.changes(kind, after, limit);
  }

  @Override
  public Answer<Bill> invoiceSubscription(SubscriptionCharge charge) {
    return billing.invoiceSubscription(charge);
  }

  @Override
  public Answer<Bill> creditSubscription(SubscriptionCharge charge) {
    return billing.creditSubscription(charge);
  }

  @Override
  public Answer<Optional<Bill>> subscriptionInvoice(BillId billId) {
    return billing.subscriptionInvoice(billId);
  }

  @Override
  public Answer<Validation> validate(ErpOrder order) {
    return validation.of(order);
  }

  @Override
  public Answer<List<Finding>> checkCredit(ErpOrder order) {
    return checks.checkCredit(order);
  }

  @Override
  public Answer<List<Finding>> checkPrices(ErpOrder order) {
    return checks.checkPrices(order);
  }

  @Override
  public Answer<List<StockLevel>> stockFor(ErpOrder order) {
    return checks.stockFor(order);
  }

  @Override
  public Answer<Optional<BigDecimal>> taxRateFor(ErpOrder order) {
    return checks.taxRateFor(order);
  }

  @Override
  public Answer<Optional<Credit>> credit(CustomerId customerId) {
    return inquiries.credit(customerId);
  }

  @Override
  public Answer<Optional<Product>> product(ProductId productId) {
    return inquiries.product(productId);
  }

  @Override
  public Answer<List<StockLevel>> availability(ProductId productId) {
    return inquiries.availability(productId);
  }

  @Override
  public Answer<Optional<OrderStatus>> orderStatus(OrderId orderId) {
    return inquiries.orderStatus(orderId);
  }

  @Override
  public Answer<SalesOrder> createSalesOrder(ErpOrder order) {
    return NetSuiteProblem.aboutLines(put(order), placesOf(order))
        .then(_ -> salesOrder(order.orderId(), order.sale().currency()))
        .then(NetSuiteErp::shown);
  }

  private Answer<String> put(ErpOrder order) {
    var id = order.orderId().value();
    var body = NetSuiteRecords.salesOrder(order);
    return order.step() != null && order.sale().lines().size() >= longOrder
        ? client.putReplacingByJob(order.step().value(), "item", "salesOrder", id, body)
        : client.putReplacing("item", "salesOrder", id, body);
  }

  private static List<LineId> placesOf(ErpOrder order) {
    return NetSuiteRecords.parts(order).stream().map(part -> part.line().lineId()).toList();
  }

  @Override
  public Answer<Optional<SalesOrder>> salesOrder(OrderId orderId, Currency currency) {
    return client.get("salesOrder", orderId.value(), record -> salesOrder(record, currency));
  }

  private static SalesOrder salesOrder(JsonNode record, Currency currency) {
    var allocated = new LinkedHashMap<Place, Integer>();
    var backOrdered = new LinkedHashMap<LineId, Integer>();
    var goods =
        record
            .path("item")
            .path("items")
            .valueStream()
            .filter(line -> !line.has(NetSuiteRecords.SUBSCRIPTION))
            .toList();
    var isClosed = !goods.isEmpty();
    for (var line : goods) {
      var lineId = new LineId(line.path("custcol_line_id").asString());
      var committed =
          line.path("quantityCommitted").asInt() + line.path("quantityFulfilled").asInt();
      var missing = line.path("quantityBackOrdered").asInt();
      isClosed &= line.path("isClosed").asBoolean(false);
      if (committed > 0) {
        var warehouse = new WarehouseId(line.path("inventoryLocation").path("refName").asString());
        allocated.merge(new Place(lineId, warehouse), committed, Integer::sum);
      }
      if (missing > 0) {
        backOrdered.merge(lineId, missing, Integer::sum);
      }
    }
    return new SalesOrder(
        text(record, "id"),
        text(record, "tranId"),
        money(record, "subtotal", currency),
        money(record, "taxTotal", currency),
        allocated.entrySet().stream()
            .map(it -> new Allocation(it.getKey().lineId(), it.getKey().at(), it.getValue()))
            .toList(),
        backOrdered.entrySet().stream()
            .map(it -> new LineQuantity(it.getKey(), it.getValue()))
            .toList(),
        isClosed);
  }

  /** One of our lines may be several of NetSuite's, some of them at the same location. */
  private record Place(LineId lineId, WarehouseId at) {}

  @Override
  public Answer<String> recordItemFulfilment(
      OrderId orderId, ShipmentId shipmentId, List<LineQuantity> lines) {
    return transformedOnce(
        orderId, "itemFulfillment", shipmentId, lines, record -> text(record, "id"));
  }

  @Override
  public Answer<Invoice> createInvoice(
      OrderId orderId, ShipmentId shipmentId, List<LineQuantity> lines) {
    return transformedOnce(orderId, "invoice", shipmentId, lines, NetSuiteErp::invoice);
  }

  /**
   * Asks first: where an earlier try was carried out and its answer lost, NetSuite may refuse the
   * next one for want of anything left to do before it sees that it is a duplicate.
   */
  private <T> Answer<T> transformedOnce(
      OrderId orderId,
      String into,
      ShipmentId shipmentId,
      List<LineQuantity> lines,
      Function<JsonNode, T> reader) {
    return client
        .get(into, shipmentId.value(), reader)
        .then(
            found ->
                found
                    .<Answer<T>>map(Answer.Done::new)
                    .orElseGet(() -> transformed(orderId, into, shipmentId, lines, reader)));
  }

  private <T> Answer<T> transformed(
      OrderId orderId,
      String into,
      ShipmentId shipmentId,
      List<LineQuantity> lines,
      Function<JsonNode, T> reader) {
    var made = client.transform("salesOrder", orderId.value(), into, partOf(shipmentId, lines));
    var isThere =
        made instanceof Answer.Refused<String>(var findings, _)
                && NetSuiteProblem.isDuplicate(findings)
            ? new Answer.Done<>("")
            : made;
    return isThere.then(_ -> client.get(into, shipmentId.value(), reader)).then(NetSuiteErp::shown);
  }

  static <T> Answer<T> shown(Optional<T> found) {
    return found
        .<Answer<T>>map(Answer.Done::new)
        .orElse(new Answer.Unknown<>("NetSuite has the record and does not show it yet."));
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
    return client.get("invoice", shipmentId.value(), NetSuiteErp::invoice);
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
        text(record, "id"),
        text(record, "tranId"),
        money(record, "subtotal", currency),
        money(record, "taxTotal", currency),
        money(record, "amountPaid", currency),
        List.copyOf(lines));
  }

  @Override
  public Answer<Boolean> closeSalesOrder(OrderId orderId) {
    return client
        .get("salesOrder", orderId.value(), Function.identity())
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
}
