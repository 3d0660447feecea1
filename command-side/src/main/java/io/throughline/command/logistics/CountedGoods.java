package io.throughline.command.logistics;

import io.throughline.kernel.ProductId;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.CountedUnits;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads what a provider says has left, product by product. Pure. */
final class CountedGoods {
  private CountedGoods() {}

  /**
   * The parcel in which it left; none where nothing is said of its goods.
   *
   * @param id the provider's own of the parcel
   * @param product the field of an entry that names the product
   * @throws IllegalArgumentException if goods are in no parcel that can be told from others, if an
   *     entry names no product, or a number that is none
   */
  static List<CountedParcel> in(String id, JsonNode entries, String product) {
    if (entries.isEmpty()) {
      return List.of();
    }
    if (id.isEmpty()) {
      throw new IllegalArgumentException("goods left, and no id of their shipment is given.");
    }
    var units = new ArrayList<CountedUnits>();
    for (var entry : entries) {
      var quantity = entry.path("quantity");
      if (!quantity.isInt() || quantity.asInt() < 0) {
        throw new IllegalArgumentException("its quantity " + quantity + " is no number of units.");
      }
      units.add(new CountedUnits(new ProductId(Payload.text(entry, product)), quantity.asInt()));
    }
    return List.of(new CountedParcel(id, List.copyOf(units)));
  }
}
