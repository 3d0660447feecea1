package io.throughline.command.order;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.fulfilment.Milestone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

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
      OrderId orderId,
      CustomerId customerId,
      String owner,
      LocalDate orderedOn,
      @Nullable LocalDate requestedOn,
      Currency currency,
      PriceBasis priceBasis,
      String taxRegion,
      Address shipTo,
      List<OrderLine> lines,
      Instant at)
      implements OrderCommand {

    /**
     * @throws IllegalArgumentException naming the first thing that no order can be
     */
    public SubmitOrder {
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("An order needs at least one line.");
      }
      var seen = new HashSet<LineId>();
      for (var line : lines) {
        check(line, currency);
        if (!seen.add(line.lineId())) {
          throw new IllegalArgumentException("Two lines have the number " + line.lineId() + ".");
        }
      }
    }

    private static void check(OrderLine line, Currency currency) {
      if (line.quantity() < 1) {
        throw new IllegalArgumentException(
            "Line " + line.lineId() + ": the quantity must be 1 or more.");
      }
      if (!line.unitPrice().currency().equals(currency)) {
        throw new IllegalArgumentException(
            "Line "
                + line.lineId()
                + " is priced in "
                + line.unitPrice().currency()
                + ", the order in "
                + currency
                + ".");
      }
      if (line.unitPrice().amount().signum() < 0) {
        throw new IllegalArgumentException(
            "Line " + line.lineId() + ": the unit price must not be negative.");
      }
      if (line.discount().signum() < 0 || line.discount().compareTo(BigDecimal.ONE) >= 0) {
        throw new IllegalArgumentException(
            "Line "
                + line.lineId()
                + ": the discount is a fraction, at least 0 and below 1 (0.15 is 15 %).");
      }
    }
  }

  /** Give the order up, if nothing has left a warehouse. */
  record CancelOrder(OrderId orderId, String reason, Instant at) implements OrderCommand {}

  /**
   * The fulfilment tells how far it has come.
   *
   * @param occurrence counts from 1, where a milestone can be reached more than once
   * @param detail the ERP's order id where the ERP accepted; the reason where it was cancelled, or
   *     was not
   */
  record AdvanceOrder(
      OrderId orderId, Milestone milestone, int occurrence, String detail, Instant at)
      implements OrderCommand {}
}
