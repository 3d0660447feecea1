package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.OrderId;

/** There is nothing left to change or to hold. */
public final class OrderEnded extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  OrderEnded(OrderId orderId) {
    super(
        "order-ended",
        "The order "
            + orderId
            + " is completed or cancelled: nothing of it can be changed or held.");
  }
}
