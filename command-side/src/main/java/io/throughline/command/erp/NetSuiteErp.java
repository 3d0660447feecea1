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
import io.throughline.kernel.fulfilment.CreditId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.math.BigDecimal;
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
  private final NetSuiteTransforms transforms;
  private final NetSuiteReturns returns;
  private final NetSuiteCredits credits;
  private final NetSuiteDeposits deposits;
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
    this.transforms = new NetSuiteTransforms(client);
    this.returns = new NetSuiteReturns(client, transforms);
    this.credits = new NetSuiteCredits(client, transforms);
    this.deposits = new NetSuiteDeposits(client);
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
  public Answer<Boolean> requestDeposit(OrderId orderId, Money amount) {
    return deposits.requestDeposit(orderId, amount);
  }

  @Override
  public Answer<List<Deposit>> deposits(OrderId orderId, Currency currency) {
    return deposits.deposits(orderId, currency);
  }

  @Override
  public Answer<Money> applyDeposits(OrderId orderId, ShipmentId shipmentId, Currency currency) {
    return deposits.applyDeposits(orderId, shipmentId, currency);
  }

  @Override
  public Answer<Money> refundDeposits(OrderId orderId, CustomerId customerId, Currency currency) {
    return deposits.refundDeposits(orderId, customerId, currency);
  }

  @Override
  public Answer<Bill> invoiceSubscription(SubscriptionCharge charge) {
    return billing.invoiceSubscription(charge);
  }

  @Override
  public Answer<CreditMemo> creditSubscription(SubscriptionCharge charge) {
    return credits.creditSubscription(charge);
  }

  @Override
  public Answer<Application> applyCredit(CreditId credit, BillId bill) {
    return credits.applyCredit(credit, bill);
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
        .then(NetSuiteTransforms::shown);
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
        NetSuiteRecords.text(record, "id"),
        NetSuiteRecords.text(record, "tranId"),
        NetSuiteRecords.money(record, "subtotal", currency),
        NetSuiteRecords.money(record, "taxTotal", currency),
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
        orderId,
        "itemFulfillment",
        shipmentId,
        lines,
        record -> NetSuiteRecords.text(record, "id"));
  }

  @Override
  public Answer<Invoice> createInvoice(
      OrderId orderId, ShipmentId shipmentId, List<LineQuantity> lines) {
    return transformedOnce(orderId, "invoice", shipmentId, lines, NetSuiteErp::invoice);
  }

  private <T> Answer<T> transformedOnce(
      OrderId orderId,
      String into,
      ShipmentId shipmentId,
      List<LineQuantity> lines,
      Function<JsonNode, T> reader) {
    return transforms.once("salesOrder", orderId.value(), into, shipmentId.value(), lines, reader);
  }

  @Override
  public Answer<Authorization> authorizeReturn(
      OrderId orderId, ReturnId returnId, List<LineQuantity> lines) {
    return returns.authorizeReturn(orderId, returnId, lines);
  }

  @Override
  public Answer<String> recordReturnReceipt(ReturnId returnId, List<LineQuantity> lines) {
    return returns.recordReturnReceipt(returnId, lines);
  }

  @Override
  public Answer<CreditMemo> creditReturn(ReturnId returnId, List<LineQuantity> lines) {
    return credits.creditReturn(returnId, lines);
  }

  @Override
  public Answer<Refund> refundCredit(CustomerId customerId, CreditId credit, Money amount) {
    return credits.refundCredit(customerId, credit, amount);
  }

  @Override
  public Answer<Boolean> closeReturn(ReturnId returnId) {
    return returns.closeReturn(returnId);
  }

  @Override
  public Answer<Optional<Invoice>> invoice(ShipmentId shipmentId) {
    return client.get("invoice", shipmentId.value(), NetSuiteErp::invoice);
  }

  private static Invoice invoice(JsonNode record) {
    var currency = NetSuiteRecords.currency(record);
    return new Invoice(
        NetSuiteRecords.text(record, "id"),
        NetSuiteRecords.text(record, "tranId"),
        NetSuiteRecords.money(record, "subtotal", currency),
        NetSuiteRecords.money(record, "taxTotal", currency),
        NetSuiteRecords.money(record, "amountPaid", currency),
        NetSuiteRecords.money(record, "amountRemaining", currency),
        NetSuiteRecords.lines(record));
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
}
