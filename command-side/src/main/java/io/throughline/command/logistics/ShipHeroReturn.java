package io.throughline.command.logistics;

import io.throughline.command.logistics.CarrierReturns.Progress;
import io.throughline.command.logistics.ReturnUpdate.Goods;
import io.throughline.command.logistics.ReturnUpdate.Kind;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.fulfilment.ReturnId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A return as ShipHero shows it, in its API and its {@code Return Update}s alike. Units that it
 * received and did not restock are not good. The names of the fields were not checked against the
 * vendor. Pure.
 */
final class ShipHeroReturn {
  private ShipHeroReturn() {}

  /**
   * @throws IllegalArgumentException if it is no such return
   */
  static Progress progress(JsonNode back) {
    return new Progress(Payload.text(back, "status"), updates("asked", back));
  }

  /**
   * @throws IllegalArgumentException if it is no such return
   */
  static List<ReturnUpdate> updates(String messageId, JsonNode back) {
    var id = new ReturnId(Payload.text(back, "partner_id"));
    var updates = new ArrayList<ReturnUpdate>();
    var received = Payload.optional(back, "received_at");
    if (received != null) {
      updates.add(update(messageId, id, Kind.RECEIVED, List.of(), received));
    }
    var processed = Payload.optional(back, "processed_at");
    if (processed != null) {
      updates.add(update(messageId, id, Kind.INSPECTED, goods(back), processed));
    }
    return updates;
  }

  private static ReturnUpdate update(
      String messageId, ReturnId id, Kind kind, List<Goods> goods, String at) {
    return new ReturnUpdate(
        messageId, ShipHeroCarrier.PROVIDER, id, kind, goods, null, ShipHeroTime.parse(at));
  }

  private static List<Goods> goods(JsonNode back) {
    var goods = new ArrayList<Goods>();
    for (var item : back.path("line_items")) {
      var good = item.path("quantity_restocked").asInt(0);
      var received = item.path("quantity_received").asInt(0);
      goods.add(
          new Goods(new ProductId(Payload.text(item, "sku")), good, Math.max(0, received - good)));
    }
    return goods;
  }
}
