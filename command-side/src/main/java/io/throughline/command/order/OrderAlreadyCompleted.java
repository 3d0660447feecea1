package io.throughline.command.order;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.OrderId;

/** It is too late to cancel. */
public final class OrderAlreadyCompleted extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  OrderAlreadyCompleted(OrderId orderId) {
    super(
        "order-already-completed",
        "Order "
            + orderId
            + " is completed: ask for a return instead, POST /api/v1/orders/"
            + orderId
            + "/return.");
  }
}
