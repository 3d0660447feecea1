package io.throughline.command.returns;

import io.throughline.command.platform.NotKnown;
import io.throughline.kernel.OrderId;

/** There is no such order, or it has no such return. */
public final class UnknownReturn extends NotKnown {
  private static final long serialVersionUID = 1L;

  static UnknownReturn ofOrder(OrderId order) {
    return new UnknownReturn("No order " + order + " has set out: look at its number.");
  }

  UnknownReturn(String message) {
    super(message);
  }
}
