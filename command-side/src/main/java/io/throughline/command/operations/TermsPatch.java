package io.throughline.command.operations;

import io.throughline.command.order.SaleChecks;
import io.throughline.kernel.SaleTerms;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A correction of an order's terms as RFC 7396 has it: what is named is replaced. Pure. */
final class TermsPatch {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private TermsPatch() {}

  /**
   * @throws IllegalArgumentException if the patch is none, or no sale can be as it would be then
   */
  static SaleTerms applied(SaleTerms before, JsonNode patch) {
    if (!patch.isObject() || patch.isEmpty()) {
      throw new IllegalArgumentException(
          "patch must name what is to be different, such as {\"taxRegion\": \"FR\"}.");
    }
    SaleTerms after;
    try {
      after = JSON.treeToValue(merged(JSON.valueToTree(before), patch), SaleTerms.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "patch does not fit an order's terms: " + e.getOriginalMessage(), e);
    }
    if (after.equals(before)) {
      throw new IllegalArgumentException("patch changes nothing of the order's terms.");
    }
    SaleChecks.check(after);
    return after;
  }

  private static JsonNode merged(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    var object = target instanceof ObjectNode known ? known : JSON.createObjectNode();
    changes
        .properties()
        .forEach(
            change -> {
              if (change.getValue().isNull()) {
                object.remove(change.getKey());
              } else {
                var before = object.path(change.getKey());
                object.set(change.getKey(), merged(before, change.getValue()));
              }
            });
    return object;
  }
}
