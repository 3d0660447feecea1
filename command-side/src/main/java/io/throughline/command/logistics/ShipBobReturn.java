package io.throughline.command.logistics;

import io.throughline.command.logistics.CarrierReturns.Progress;
import io.throughline.command.logistics.ReturnUpdate.Goods;
import io.throughline.command.logistics.ReturnUpdate.Kind;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.fulfilment.ReturnId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A return as ShipBob shows it, in its API and its messages alike. Units that it restocked are
 * good, those that it quarantined or disposed of are not. The names of the fields were not checked
 * against the vendor. Pure.
 */
final class ShipBobReturn {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ShipBobReturn() {}

  /**
   * @throws IllegalArgumentException if it is no such message
   */
  static List<ReturnUpdate> told(String messageId, byte[] body) {
    try {
      return updates(messageId, JSON.readTree(body));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "The webhook's body is not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * @throws IllegalArgumentException if it is no such return
   */
  static Progress progress(JsonNode back) {
    return new Progress(Payload.text(back, "status"), updates("asked", back));
  }

  private static List<ReturnUpdate> updates(String messageId, JsonNode back) {
    var id = new ReturnId(Payload.text(back, "reference_id"));
    var updates = new ArrayList<ReturnUpdate>();
    var arrived = Payload.optional(back, "arrived_date");
    if (arrived != null) {
      updates.add(update(messageId, id, Kind.RECEIVED, List.of(), arrived));
    }
    var completed = Payload.optional(back, "completed_date");
    if (completed != null) {
      updates.add(update(messageId, id, Kind.INSPECTED, goods(back), completed));
    }
    return updates;
  }

  private static ReturnUpdate update(
      String messageId, ReturnId id, Kind kind, List<Goods> goods, String at) {
    return new ReturnUpdate(messageId, ShipBobCarrier.PROVIDER, id, kind, goods, null, instant(at));
  }

  private static List<Goods> goods(JsonNode back) {
    var goods = new ArrayList<Goods>();
    for (var item : back.path("inventory")) {
      var good = 0;
      var bad = 0;
      for (var action : item.path("action_taken")) {
        var units = action.path("quantity_processed").asInt(0);
        if (action.path("action").asString("").equals("Restock")) {
          good += units;
        } else {
          bad += units;
        }
      }
      goods.add(new Goods(new ProductId(Payload.text(item, "reference_id")), good, bad));
    }
    return goods;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no ISO 8601 time.", e);
    }
  }
}
