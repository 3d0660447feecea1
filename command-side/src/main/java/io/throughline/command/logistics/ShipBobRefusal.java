package io.throughline.command.logistics;

import io.throughline.kernel.fulfilment.Cause;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** ShipBob's refusals: a JSON object with a list of messages for each field. Pure. */
final class ShipBobRefusal {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ShipBobRefusal() {}

  /** Why a request was refused. Messages are in English whatever the account's language. */
  static Cause cause(int status, String field, String body) {
    if (status == 403) {
      return Cause.PERMISSION_MISSING;
    }
    if (field.contains("address")) {
      return Cause.ADDRESS_REJECTED;
    }
    return switch (field) {
      case "products" ->
          body.contains("out of stock") ? Cause.OUT_OF_STOCK : Cause.CARRIER_PRODUCT_UNKNOWN;
      case "shipping_method" -> Cause.SHIPPING_METHOD_REFUSED;
      case "location_id" -> Cause.WAREHOUSE_UNKNOWN;
      default -> Cause.CARRIER_REFUSED;
    };
  }

  /** Why ShipBob wants us later; null where it has a fault of its own. */
  static @Nullable Cause busy(int status) {
    return switch (status) {
      case 401 -> Cause.TOKEN_REJECTED;
      case 429 -> Cause.QUOTA_EXHAUSTED;
      default -> null;
    };
  }

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
