package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ReturnId;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Returns in NetSuite: the sales order is transformed into a return authorization, that into an
 * item receipt and a credit memo; a customer refund pays the credit memo back. All four bear the
 * return's id as external id. The names of a credit memo's and a refund's fields were not checked
 * against the vendor.
 */
final class NetSuiteReturns implements ErpReturns {
  private static final String AUTHORIZATION = "returnAuthorization";

  private final NetSuiteClient client;
  private final NetSuiteTransforms transforms;
  private final JsonMapper json = JsonMapper.builder().build();

  NetSuiteReturns(NetSuiteClient client, NetSuiteTransforms transforms) {
    this.client = client;
    this.transforms = transforms;
  }

  @Override
  public Answer<Authorization> authorizeReturn(
      OrderId orderId, ReturnId returnId, List<LineQuantity> lines) {
    return transforms.once(
        "salesOrder",
        orderId.value(),
        AUTHORIZATION,
        returnId.value(),
        lines,
        record ->
            new Authorization(
                NetSuiteRecords.text(record, "id"), NetSuiteRecords.text(record, "tranId")));
  }

  @Override
  public Answer<String> recordReturnReceipt(ReturnId returnId, List<LineQuantity> lines) {
    return transforms.once(
        AUTHORIZATION,
        returnId.value(),
        "itemReceipt",
        returnId.value(),
        lines,
        record -> NetSuiteRecords.text(record, "id"));
  }

  @Override
  public Answer<CreditMemo> createCreditMemo(ReturnId returnId, List<LineQuantity> lines) {
    return transforms.once(
        AUTHORIZATION,
        returnId.value(),
        "creditMemo",
        returnId.value(),
        lines,
        NetSuiteReturns::creditMemo);
  }

  private static CreditMemo creditMemo(JsonNode record) {
    var currency = NetSuiteRecords.currency(record);
    return new CreditMemo(
        NetSuiteRecords.text(record, "id"),
        NetSuiteRecords.text(record, "tranId"),
        NetSuiteRecords.money(record, "subtotal", currency),
        NetSuiteRecords.money(record, "taxTotal", currency),
        NetSuiteRecords.money(record, "applied", currency),
        NetSuiteRecords.lines(record));
  }

  @Override
  public Answer<Refund> refundCredit(CustomerId customerId, ReturnId returnId, Money amount) {
    var body = json.createObjectNode();
    body.putObject("customer").put("externalId", customerId.value());
    body.putObject("currency").put("refName", amount.currency().getCurrencyCode());
    var applied = body.putObject("apply").putArray("items").addObject();
    applied.put("apply", true).put("amount", amount.amount().toPlainString());
    applied.putObject("doc").put("externalId", returnId.value());
    return client
        .put("customerRefund", returnId.value(), body)
        .then(_ -> client.get("customerRefund", returnId.value(), NetSuiteReturns::refund))
        .then(NetSuiteTransforms::shown);
  }

  static Refund refund(JsonNode record) {
    return new Refund(
        NetSuiteRecords.text(record, "id"),
        NetSuiteRecords.money(record, "total", NetSuiteRecords.currency(record)));
  }

  @Override
  public Answer<Boolean> closeReturn(ReturnId returnId) {
    return client
        .get(AUTHORIZATION, returnId.value(), Function.identity())
        .then(
            found -> found.map(record -> close(returnId, record)).orElse(new Answer.Done<>(false)));
  }

  private Answer<Boolean> close(ReturnId returnId, JsonNode record) {
    var body = json.createObjectNode();
    ArrayNode items = body.putObject("item").putArray("items");
    for (var line : record.path("item").path("items")) {
      items.addObject().put("line", line.path("line").asInt()).put("isClosed", true);
    }
    return client.patch(AUTHORIZATION, returnId.value(), body).map(_ -> true);
  }
}
