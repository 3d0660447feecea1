package io.throughline.command.fulfilment;

import io.throughline.command.platform.NotAnswered;
import io.throughline.kernel.ProductId;

/** The ERP does not say now what a product costs. */
public final class PriceNotKnown extends NotAnswered {
  private static final long serialVersionUID = 1L;

  PriceNotKnown(ProductId product) {
    super(
        "The ERP does not say now what "
            + product
            + " costs: try again later, or name its unitPrice.");
  }
}
