package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.Money;
import io.throughline.kernel.fulfilment.BillId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Subscriptions in NetSuite without SuiteBilling: each bill is an invoice or a credit memo of its
 * own, with one line, known by the bill's id. It is asked for before it is put: a put under an
 * external id never makes a second one, but it would write over one that is paid already.
 */
final class NetSuiteBilling implements ErpBilling {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String INVOICE = "invoice";
  private static final String CREDIT_MEMO = "creditMemo";

  private final NetSuiteClient client;

  NetSuiteBilling(NetSuiteClient client) {
    this.client = client;
  }

  @Override
  public Answer<Bill> invoiceSubscription(SubscriptionCharge charge) {
    return made(INVOICE, charge);
  }

  @Override
  public Answer<Bill> creditSubscription(SubscriptionCharge charge) {
    return made(CREDIT_MEMO, charge);
  }

  @Override
  public Answer<Optional<Bill>> subscriptionInvoice(BillId billId) {
    return find(INVOICE, billId);
  }

  private Answer<Bill> made(String type, SubscriptionCharge charge) {
    return find(type, charge.billId())
        .then(
            found ->
                found
                    .<Answer<Bill>>map(Answer.Done::new)
                    .orElseGet(
                        () ->
                            client
                                .putReplacing("item", type, charge.billId().value(), body(charge))
                                .then(_ -> find(type, charge.billId()))
                                .then(NetSuiteTransforms::shown)));
  }

  private Answer<Optional<Bill>> find(String type, BillId billId) {
    return client.get(type, billId.value(), NetSuiteBilling::bill);
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
    var open = new BigDecimal(NetSuiteRecords.text(record, "amountRemaining"));
    return new Bill(
        NetSuiteRecords.text(record, "id"),
        NetSuiteRecords.text(record, "tranId"),
        money(record, "subtotal", currency),
        money(record, "taxTotal", currency),
        money(record, "amountPaid", currency),
        open.signum() == 0);
  }

  private static Money money(JsonNode record, String field, Currency currency) {
    return new Money(new BigDecimal(NetSuiteRecords.text(record, field)), currency);
  }
}
