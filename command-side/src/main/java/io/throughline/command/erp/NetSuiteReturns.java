package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ReturnId;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Returns in NetSuite: the sales order is transformed into a return authorization, that into an
 * item receipt and a {@linkplain NetSuiteCredits credit memo}. All bear the return's id as external
 * id.
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
