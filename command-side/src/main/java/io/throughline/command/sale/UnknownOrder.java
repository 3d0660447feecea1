package io.throughline.command.sale;

import io.throughline.command.platform.NotKnown;
import io.throughline.kernel.OrderId;

/** There is no such order. */
public final class UnknownOrder extends NotKnown {
  private static final long serialVersionUID = 1L;

  UnknownOrder(OrderId orderId) {
    super("There is no order " + orderId + ".");
  }
}
