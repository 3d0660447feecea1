package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.fulfilment.BillId;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Subscriptions in NetSuite without SuiteBilling: each bill is an invoice of its own, with one
 * line, known by the bill's id. It is asked for before it is put: a put under an external id never
 * makes a second one, but it would write over one that is paid already.
 */
final class NetSuiteBilling implements ErpBilling {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String INVOICE = "invoice";

  private final NetSuiteClient client;

  NetSuiteBilling(NetSuiteClient client) {
    this.client = client;
  }

  @Override
  public Answer<Bill> invoiceSubscription(SubscriptionCharge charge) {
    return made(client, INVOICE, charge, NetSuiteBilling::bill);
  }

  @Override
  public Answer<Optional<Bill>> subscriptionInvoice(BillId billId) {
    return client.get(INVOICE, billId.value(), NetSuiteBilling::bill);
  }

  /** An invoice, or a credit memo, with one line. */
  static <T> Answer<T> made(
      NetSuiteClient client, String type, SubscriptionCharge charge, Function<JsonNode, T> reader) {
    var id = charge.billId().value();
    return client
        .get(type, id, reader)
        .then(
            found ->
                found
                    .<Answer<T>>map(Answer.Done::new)
                    .orElseGet(
                        () ->
                            client
                                .putReplacing("item", type, id, body(charge))
                                .then(_ -> client.get(type, id, reader))
                                .then(NetSuiteTransforms::shown)));
  }

  private static ObjectNode body(SubscriptionCharge charge) {
    var body = JSON.createObjectNode();
    body.putObject("entity").put("externalId", charge.customerId().value());
    body.put("tranDate", charge.day().toString());
    body.put("otherRefNum", charge.orderId().value());
    if (charge.partnerId() != null) {
      body.putObject("partner").put("externalId", charge.partnerId().value());
    }
    body.putObject("currency").put("refName", charge.net().currency().getCurrencyCode());
    body.putObject("taxItem").put("refName", charge.taxRegion());
    body.put("custbody_order_id", charge.orderId().value());
    var item = body.putObject("item").putArray("items").addObject();
    item.put("custcol_line_id", charge.lineId().value());
    item.putObject("item").put("externalId", charge.productId().value());
    item.put("quantity", 1);
    item.putObject("price").put("id", "-1"); // the custom price level: the rate below stands
    item.put("rate", charge.net().amount().toPlainString());
    item.put("custcol_units", charge.units());
    item.put("custcol_service_from", charge.from().toString());
    item.put("custcol_service_until", charge.until().toString());
    return body;
  }

  private static Bill bill(JsonNode record) {
    var currency = Currency.getInstance(record.path("currency").path("refName").asString());
    return new Bill(
        NetSuiteRecords.text(record, "id"),
        NetSuiteRecords.text(record, "tranId"),
        NetSuiteRecords.money(record, "subtotal", currency),
        NetSuiteRecords.money(record, "taxTotal", currency),
        NetSuiteRecords.money(record, "amountPaid", currency),
        NetSuiteRecords.money(record, "amountRemaining", currency));
  }
}
