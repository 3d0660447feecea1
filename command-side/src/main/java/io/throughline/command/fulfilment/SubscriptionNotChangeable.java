package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderId;
import java.time.LocalDate;

/** A subscription cannot be changed or cancelled so. */
public final class SubscriptionNotChangeable extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  private SubscriptionNotChangeable(OrderId order, LineId line, String why) {
    super(
        "subscription-not-changeable",
        "The subscription of line " + line + " of order " + order + " " + why);
  }

  static SubscriptionNotChangeable notTaken(OrderId order, LineId line) {
    return new SubscriptionNotChangeable(
        order,
        line,
        "begins when the ERP has taken the order; until then change the order, PATCH"
            + " /api/v1/orders/"
            + order
            + ".");
  }

  static SubscriptionNotChangeable running(OrderId order, LineId line) {
    return new SubscriptionNotChangeable(
        order,
        line,
        "has begun: change or cancel it by POST /api/v1/orders/" + order + "/subscription.");
  }

  static SubscriptionNotChangeable over(OrderId order, LineId line, LocalDate end) {
    return new SubscriptionNotChangeable(
        order, line, "ends on " + end + ": nothing can change from that day on.");
  }

  static SubscriptionNotChangeable tooEarly(OrderId order, LineId line, LocalDate earliest) {
    return new SubscriptionNotChangeable(
        order,
        line,
        "can change from "
            + earliest
            + " on: periods before are closed. Name that day or a later one.");
  }
}
