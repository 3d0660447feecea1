package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderId;

/** Only what has left a warehouse, and is not returned yet, can come back. */
public final class NotReturnable extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  NotReturnable(OrderId orderId, LineId line, int wanted, int most) {
    super(
        "not-returnable",
        "Of line "
            + line
            + " of order "
            + orderId
            + " "
            + most
            + " can be returned, not "
            + wanted
            + ": what has left a warehouse and is in no other return.");
  }
}
