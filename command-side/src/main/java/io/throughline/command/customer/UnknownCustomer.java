package io.throughline.command.customer;

import io.throughline.command.platform.NotKnown;
import io.throughline.kernel.CustomerId;

/** There is no such customer. */
public final class UnknownCustomer extends NotKnown {
  private static final long serialVersionUID = 1L;

  public UnknownCustomer(CustomerId customerId) {
    super("There is no customer " + customerId + ".");
  }
}
