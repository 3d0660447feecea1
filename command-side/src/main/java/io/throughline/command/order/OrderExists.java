package io.throughline.command.order;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.OrderId;

/** The number is taken by an order with other terms. */
public final class OrderExists extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  OrderExists(OrderId orderId) {
    super(
        "order-exists",
        "Another order " + orderId + " was submitted before: give this one a number of its own.");
  }
}
