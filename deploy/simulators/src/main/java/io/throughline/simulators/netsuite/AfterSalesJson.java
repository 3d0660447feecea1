package io.throughline.simulators.netsuite;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes returns, credits, refunds and deposits, as records and for the books. */
final class AfterSalesJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AfterSalesJson() {}

  /**
   * @throws Problem 404 if there is no such record
   */
  static JsonNode of(String type, String id, AccountState account) {
    var state = account.afterSales;
    return switch (type) {
      case "returnAuthorization" -> authorization(state.returns.require(id));
      case "itemReceipt" -> receipt(state.receipts.require(id));
      case "creditMemo" -> creditMemo(state.credits.require(id), account);
      case "customerRefund" -> refund(state.refunds.require(id));
      case "customerDeposit" -> deposit(state.deposits.require(id));
      case "depositApplication" -> application(state.applications.require(id));
      default -> throw Problem.unknown(type);
    };
  }

  private static JsonNode authorization(ReturnAuthorization back) {
    var node = JSON.createObjectNode();
    node.put("id", back.internalId).put("tranId", back.number());
    node.put("externalId", back.externalId);
    node.putObject("status").put("refName", back.status());
    node.putObject("createdFrom").put("id", back.order.internalId);
    var items = node.putObject("item").putArray("items");
    back.quantities.forEach(
        (key, units) ->
            items
                .addObject()
                .put("line", items.size())
                .put("custcol_line_id", key)
                .put("quantity", units)
                .put("quantityReceived", back.received.getOrDefault(key, 0))
                .put("isClosed", back.closed));
    return node;
  }

  private static JsonNode receipt(ItemReceipt receipt) {
    var node = JSON.createObjectNode();
    node.put("id", receipt.internalId()).put("externalId", receipt.externalId());
    node.putObject("createdFrom").put("id", receipt.authorization().internalId);
    RecordJson.quantities(receipt.quantities(), node);
    return node;
  }

  private static JsonNode creditMemo(CreditMemo memo, AccountState state) {
    var node = JSON.createObjectNode();
    node.put("id", memo.internalId()).put("tranId", memo.number());
    node.put("externalId", memo.externalId());
    node.put("subtotal", memo.net()).put("taxTotal", memo.tax()).put("total", memo.gross());
    node.put("applied", memo.applied()).put("unapplied", memo.left());
    node.putObject("currency").put("refName", memo.currency());
    if (memo.authorization() != null) {
      node.putObject("createdFrom").put("id", memo.authorization().internalId);
    }
    if (memo.service() != null) {
      node.put("custbody_order_id", memo.order());
    }
    var items = node.putObject("apply").putArray("items");
    memo.applications()
        .forEach(
            (invoice, amount) -> {
              var item = items.addObject().put("apply", true).put("amount", amount);
              item.putObject("doc").put("id", state.receivable("eid:" + invoice).internalId());
            });
    RecordJson.quantities(memo.quantities(), node);
    return node;
  }

  private static JsonNode refund(Refund refund) {
    var node = JSON.createObjectNode();
    node.put("id", refund.internalId()).put("externalId", refund.externalId());
    node.put("total", refund.amount());
    node.putObject("currency").put("refName", refund.currency());
    return node;
  }

  private static JsonNode deposit(Deposit deposit) {
    var node = JSON.createObjectNode();
    node.put("id", deposit.internalId()).put("externalId", deposit.externalId());
    node.put("payment", deposit.amount()).put("amountRemaining", deposit.left());
    currency(node, deposit.order());
    return node;
  }

  private static JsonNode application(DepositApplication application) {
    var node = JSON.createObjectNode();
    node.put("id", application.internalId()).put("externalId", application.externalId());
    node.put("total", application.amount());
    currency(node, application.deposit().order());
    return node;
  }

  private static void currency(ObjectNode node, SalesOrder order) {
    node.putObject("currency").put("refName", order.terms.currency());
  }

  static void books(AfterSales state, ObjectNode books) {
    var returns = books.putObject("returnAuthorizations");
    state.returns.all().forEach(back -> back(back, returns.putObject(back.externalId)));
    var credits = books.withObjectProperty("creditMemos");
    for (var memo : state.credits.all()) {
      var node = credits.putObject(memo.externalId());
      if (memo.service() != null) {
        node.put("line", memo.service().line());
      }
      node.put("order", memo.order())
          .put("net", memo.net())
          .put("tax", memo.tax())
          .put("applied", memo.applied())
          .put("refunded", memo.refunded());
    }
    var deposits = books.putObject("deposits");
    for (var deposit : state.deposits.all()) {
      deposits
          .putObject(deposit.externalId())
          .put("order", deposit.order().externalId)
          .put("amount", deposit.amount())
          .put("applied", deposit.applied())
          .put("refunded", deposit.refunded());
    }
    var refunds = books.putObject("refunds");
    for (var refund : state.refunds.all()) {
      refunds
          .putObject(refund.externalId())
          .put("of", refund.of())
          .put("isDeposit", refund.isDeposit())
          .put("amount", refund.amount());
    }
  }

  private static void back(ReturnAuthorization back, ObjectNode node) {
    node.put("id", back.internalId)
        .put("order", back.order.externalId)
        .put("status", back.status());
    node.set("quantities", JSON.valueToTree(back.quantities));
    node.set("received", JSON.valueToTree(back.received));
    node.set("credited", JSON.valueToTree(back.credited));
  }
}
