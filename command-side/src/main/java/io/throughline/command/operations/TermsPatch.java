package io.throughline.command.operations;

import io.throughline.command.order.SaleChecks;
import io.throughline.kernel.SaleTerms;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A correction of an order's terms as RFC 7396 has it: what is named is replaced. Pure. */
final class TermsPatch {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final Pattern MAY_BE_MISSING =
      Pattern.compile(
          ".*/(requestedOn|company|partnerId|deposit|region|postalCode|subscription|startsOn)|/deposit/(share|amount)|/lines/\\d+/shipTo");

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
      after =
          JSON.treeToValue(MergePatch.applied(JSON.valueToTree(before), patch), SaleTerms.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "patch does not fit an order's terms: " + e.getOriginalMessage(), e);
    }
    requireWhole(JSON.valueToTree(after), "");
    if (after.equals(before)) {
      throw new IllegalArgumentException("patch changes nothing of the order's terms.");
    }
    SaleChecks.check(after);
    return after;
  }

  /** A field that every sale has cannot be taken out. */
  private static void requireWhole(JsonNode node, String path) {
    for (var field : node.properties()) {
      var place = path + "/" + field.getKey();
      if (field.getValue().isNull() && !MAY_BE_MISSING.matcher(place).matches()) {
        throw new IllegalArgumentException("patch must leave " + place + " in the order's terms.");
      }
      requireWhole(field.getValue(), place);
    }
    for (var i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      requireWhole(node.get(i), path + "/" + i);
    }
  }
}
