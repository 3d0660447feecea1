package io.throughline.command.order;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.OrderId;

/** It is too late to cancel. */
public final class OrderAlreadyShipped extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  OrderAlreadyShipped(OrderId orderId) {
    super(
        "order-already-shipped",
        "Goods of order " + orderId + " have left the warehouse: ask for a return instead.");
  }
}
