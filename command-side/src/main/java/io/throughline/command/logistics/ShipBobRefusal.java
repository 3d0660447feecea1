package io.throughline.command.logistics;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** ShipBob's refusals: a JSON object with a list of messages for each field. Pure. */
final class ShipBobRefusal {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ShipBobRefusal() {}

  /** The first field that is found fault with; empty if none is named. */
  static String field(String body) {
    try {
      return JSON.readTree(body).properties().stream()
          .filter(field -> field.getValue().isArray())
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse("");
    } catch (JacksonException e) {
      return "";
    }
  }
}
