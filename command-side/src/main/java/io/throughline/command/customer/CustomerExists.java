package io.throughline.command.customer;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.CustomerId;

/** The customer is there already, and differs. */
public final class CustomerExists extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  CustomerExists(CustomerId customerId) {
    super(
        "customer-exists",
        "The customer "
            + customerId
            + " is registered with other particulars: change it with PATCH /api/v1/customers/"
            + customerId
            + ".");
  }
}
