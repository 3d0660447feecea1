package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderId;

/** What has left the warehouse cannot be changed. */
public final class LineAlreadyShipped extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  LineAlreadyShipped(OrderId orderId, LineId line) {
    super(
        "line-already-shipped",
        "Goods of line "
            + line
            + " of order "
            + orderId
            + " have left the warehouse: ask for a return, or for another order.");
  }
}
