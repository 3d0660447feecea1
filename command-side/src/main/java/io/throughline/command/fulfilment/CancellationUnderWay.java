package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.OrderId;

/** Remedies for the way forward have to wait until the cancellation has ended. */
public final class CancellationUnderWay extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  CancellationUnderWay(OrderId orderId) {
    super(
        "cancellation-under-way",
        "The order " + orderId + " is being cancelled; nothing else can be done with it.");
  }
}
