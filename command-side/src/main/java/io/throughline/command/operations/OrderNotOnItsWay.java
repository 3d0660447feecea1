package io.throughline.command.operations;

import io.throughline.command.platform.NotKnown;

/** No such order has set out. */
public final class OrderNotOnItsWay extends NotKnown {
  private static final long serialVersionUID = 1L;

  OrderNotOnItsWay(String orderId) {
    super("There is no order " + orderId + " on its way.");
  }
}
