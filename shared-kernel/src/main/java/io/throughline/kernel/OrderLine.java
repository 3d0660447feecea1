package io.throughline.kernel;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * One product on an order.
 *
 * @param quantity in whole sales units, above zero
 * @param unitPrice before discount and tax
 * @param discount as a fraction: 0.15 is 15 %; at least 0, below 1
 */
public record OrderLine(
    LineId lineId,
    ProductId productId,
    int quantity,
    Money unitPrice,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal discount) {

  /** The line's price without tax, rounded half-up once. */
  public Money net() {
    return net(quantity);
  }

  /**
   * The price without tax of the first {@code units} units, rounded half-up. Partial amounts are
   * differences of this, so that however a line is split, its parts add up to {@link #net()}.
   */
  public Money net(int units) {
    var factor = BigDecimal.valueOf(units).multiply(BigDecimal.ONE.subtract(discount));
    return unitPrice.times(factor);
  }
}
