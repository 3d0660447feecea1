package io.throughline.kernel.event;

import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ExceptionId;
import java.util.List;

/** A fact after which exceptions of its order have nothing to wait for any more. */
public interface ClosesExceptions {
  OrderId orderId();

  /** Empty where there were none. */
  List<ExceptionId> closed();
}
