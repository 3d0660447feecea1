package io.throughline.command.logistics;

import io.throughline.command.logistics.Carrier.Parcel;
import io.throughline.kernel.ProductId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads what a provider says has left, product by product. Pure. */
final class CountedGoods {
  private CountedGoods() {}

  /**
   * @param product the field of an entry that names the product
   * @throws IllegalArgumentException if an entry names no product, or a number that is none
   */
  static List<Parcel> of(JsonNode entries, String product) {
    var goods = new ArrayList<Parcel>();
    for (var entry : entries) {
      var quantity = entry.path("quantity");
      if (!quantity.isInt() || quantity.asInt() < 0) {
        throw new IllegalArgumentException("its quantity " + quantity + " is no number of units.");
      }
      goods.add(new Parcel(new ProductId(Payload.text(entry, product)), quantity.asInt()));
    }
    return List.copyOf(goods);
  }
}
