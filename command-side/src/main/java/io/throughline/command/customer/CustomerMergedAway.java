package io.throughline.command.customer;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.CustomerId;

/** The customer is another one now. */
public final class CustomerMergedAway extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  CustomerMergedAway(CustomerId customerId, CustomerId survivorId) {
    super(
        "customer-merged",
        "The customer "
            + customerId
            + " was merged into "
            + survivorId
            + ": state what you have to say of that one.");
  }
}
