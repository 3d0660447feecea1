package io.throughline.command.order;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.fulfilment.Milestone;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an order. Every command may be sent twice without harm. */
public sealed interface OrderCommand {

  OrderId orderId();

  /** In business time (UTC). */
  Instant at();

  @TargetAggregateIdentifier
  default String aggregateId() {
    return "order/" + orderId();
  }

  /**
   * Hand a sale over to us.
   *
   * @param owner the Salesforce user who sells, as an opaque id
   */
  record SubmitOrder(
      OrderId orderId, CustomerId customerId, String owner, SaleTerms terms, Instant at)
      implements OrderCommand {

    /**
     * @throws IllegalArgumentException naming the first thing that no order can be
     */
    public SubmitOrder {
      SaleChecks.check(terms);
    }
  }

  /** Give the order up, or as much of it as has not left a warehouse. */
  record CancelOrder(OrderId orderId, String reason, Instant at) implements OrderCommand {}

  /**
   * The fulfilment tells how far it has come.
   *
   * @param occurrence counts from 1, where a milestone can be reached more than once
   * @param detail the ERP's order id where the ERP accepted; the reason where it was cancelled, in
   *     part, or was not
   */
  record AdvanceOrder(
      OrderId orderId, Milestone milestone, int occurrence, String detail, Instant at)
      implements OrderCommand {}
}
