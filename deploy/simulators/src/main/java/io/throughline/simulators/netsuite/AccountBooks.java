package io.throughline.simulators.netsuite;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The account's books as JSON, records by external id. */
final class AccountBooks {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AccountBooks() {}

  static JsonNode of(AccountState state) {
    var books = JSON.createObjectNode();
    var orders = books.putObject("salesOrders");
    state.orders.all().forEach(order -> order(order, orders.putObject(order.externalId)));
    var fulfilments = books.putObject("itemFulfillments");
    state.fulfilments.all().forEach(it -> fulfilments.put(it.externalId(), it.order().externalId));
    var invoices = books.putObject("invoices");
    var payments = books.putObject("payments");
    for (var invoice : state.invoices.all()) {
      invoice(invoice, invoices.putObject(invoice.externalId()));
      if (invoice.paid().signum() > 0) {
        payments.put(invoice.externalId(), invoice.paid());
      }
    }
    var recurring = books.putObject("serviceInvoices");
    for (var bill : state.serviceInvoices.all()) {
      bill(bill, recurring.putObject(bill.externalId()));
      if (bill.paid().signum() > 0) {
        payments.put(bill.externalId(), bill.paid());
      }
    }
    AfterSalesJson.books(state.afterSales, books);
    var stock = books.putObject("stock");
    state.items.values().forEach(item -> stock.set(item.id, JSON.valueToTree(item.available)));
    books.put("customers", state.customers.all().size());
    books.set("trialBalance", JSON.valueToTree(state.ledger.trialBalance()));
    return books;
  }

  private static void order(SalesOrder order, ObjectNode node) {
    node.put("id", order.internalId)
        .put("reference", order.terms.reference())
        .put("customer", order.terms.customer())
        .put("status", order.status())
        .put("currency", order.terms.currency())
        .put("net", order.net())
        .put("tax", order.tax())
        .put("billed", order.billed());
    node.set("quantities", JSON.valueToTree(order.units(line -> line.quantity)));
    node.set("billedQuantities", JSON.valueToTree(order.units(line -> line.billed)));
  }

  private static void bill(ServiceBill bill, ObjectNode node) {
    node.put("id", bill.internalId())
        .put("order", bill.terms().order())
        .put("line", bill.terms().line())
        .put("item", bill.terms().itemId())
        .put("from", bill.terms().from())
        .put("until", bill.terms().until())
        .put("net", bill.net())
        .put("tax", bill.tax())
        .put("paid", bill.paid())
        .put("credited", bill.credited());
  }

  private static void invoice(Invoice invoice, ObjectNode node) {
    node.put("id", invoice.internalId())
        .put("order", invoice.order().externalId)
        .put("net", invoice.net())
        .put("tax", invoice.tax())
        .put("paid", invoice.paid())
        .put("credited", invoice.credited());
  }
}
