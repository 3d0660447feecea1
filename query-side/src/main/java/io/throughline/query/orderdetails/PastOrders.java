package io.throughline.query.orderdetails;

import io.throughline.kernel.OrderId;
import io.throughline.query.platform.AsOf;
import java.util.Optional;

/** Tells how an order stood at another time. */
public interface PastOrders {

  /** Empty if it was not there then, or is not there at all. */
  Optional<OrderDetails> order(OrderId orderId, AsOf asOf);
}
