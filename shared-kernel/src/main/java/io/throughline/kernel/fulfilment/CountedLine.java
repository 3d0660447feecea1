package io.throughline.kernel.fulfilment;

import io.throughline.kernel.LineId;
import io.throughline.kernel.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * What a provider counted of a product when a shipment left, beside what it was asked to ship.
 *
 * @param lineId null: nothing of the product was asked for
 * @param asked in whole sales units
 * @param counted in whole sales units
 */
public record CountedLine(@Nullable LineId lineId, ProductId productId, int asked, int counted) {

  public boolean differs() {
    return asked != counted;
  }

  /** What has certainly left of what was asked for. */
  public int least() {
    return Math.min(asked, counted);
  }
}
