package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.OrderId;

/** One change at a time. */
public final class ChangeUnderWay extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  ChangeUnderWay(OrderId orderId) {
    super(
        "change-under-way",
        "An earlier change of order " + orderId + " has not ended: send this one when it has.");
  }
}
