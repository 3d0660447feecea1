package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.LineQuantity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes one NetSuite record of another, once under an external id of ours. */
final class NetSuiteTransforms {
  private final NetSuiteClient client;
  private final JsonMapper json = JsonMapper.builder().build();

  NetSuiteTransforms(NetSuiteClient client) {
    this.client = client;
  }

  /**
   * Asks first: where an earlier try was carried out and its answer lost, NetSuite may refuse the
   * next one for want of anything left to do before it sees that it is a duplicate.
   *
   * @param from the type and external id of what there is
   * @param into the type of what is to be, under the external id {@code as}
   * @param lines by our line ids
   */
  <T> Answer<T> once(
      String from,
      String of,
      String into,
      String as,
      List<LineQuantity> lines,
      Function<JsonNode, T> reader) {
    return once(from, of, into, as, part(as, lines), reader);
  }

  <T> Answer<T> once(
      String from,
      String of,
      String into,
      String as,
      ObjectNode body,
      Function<JsonNode, T> reader) {
    return client
        .get(into, as, reader)
        .then(
            found ->
                found
                    .<Answer<T>>map(Answer.Done::new)
                    .orElseGet(() -> transformed(from, of, into, as, body, reader)));
  }

  private <T> Answer<T> transformed(
      String from,
      String of,
      String into,
      String as,
      ObjectNode body,
      Function<JsonNode, T> reader) {
    var made = client.transform(from, of, into, body);
    var isThere =
        made instanceof Answer.Refused<String>(var findings, _)
                && NetSuiteProblem.isDuplicate(findings)
            ? new Answer.Done<>("")
            : made;
    return isThere.then(_ -> client.get(into, as, reader)).then(NetSuiteTransforms::shown);
  }

  static <T> Answer<T> shown(Optional<T> found) {
    return found
        .<Answer<T>>map(Answer.Done::new)
        .orElse(new Answer.Unknown<>("NetSuite has the record and does not show it yet."));
  }

  private ObjectNode part(String externalId, List<LineQuantity> lines) {
    var body = json.createObjectNode().put("externalId", externalId);
    ArrayNode items = body.putObject("item").putArray("items");
    for (var line : lines) {
      items
          .addObject()
          .put("custcol_line_id", line.lineId().value())
          .put("quantity", line.quantity());
    }
    return body;
  }
}
