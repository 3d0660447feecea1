package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.privacy.Personal;
import java.time.Instant;

/** The life of an order, from the intent in Salesforce to its end. */
public sealed interface OrderEvent extends CustomerMatter {

  OrderId orderId();

  /**
   * A sale was agreed and handed to us.
   *
   * @param owner the Salesforce user who sells, as an opaque id
   */
  record OrderSubmitted(
      OrderId orderId, CustomerId customerId, String owner, SaleTerms terms, Instant at)
      implements OrderEvent {}

  /** The ERP took the order into its books. */
  record OrderAccepted(OrderId orderId, CustomerId customerId, String erpOrderId, Instant at)
      implements OrderEvent {}

  /** The first goods left a warehouse: from here on no more than the rest can be cancelled. */
  record OrderShipped(OrderId orderId, CustomerId customerId, Instant at) implements OrderEvent {}

  /**
   * Somebody asked to cancel; whether it still can be is decided by what has left the warehouses.
   */
  record OrderCancellationRequested(
      OrderId orderId, CustomerId customerId, @Personal String reason, Instant at)
      implements OrderEvent {}

  /** It was too late to cancel. */
  record OrderCancellationRefused(
      OrderId orderId, CustomerId customerId, @Personal String reason, Instant at)
      implements OrderEvent {}

  /** Nothing of it will be shipped or invoiced any more. */
  record OrderCancelled(OrderId orderId, CustomerId customerId, @Personal String reason, Instant at)
      implements OrderEvent {}

  /** What has left is delivered as usual; nothing more will be shipped or invoiced. */
  record OrderPartlyCancelled(
      OrderId orderId, CustomerId customerId, @Personal String reason, Instant at)
      implements OrderEvent {}

  /** Everything is delivered, invoiced and paid. */
  record OrderCompleted(OrderId orderId, CustomerId customerId, Instant at) implements OrderEvent {}
}
