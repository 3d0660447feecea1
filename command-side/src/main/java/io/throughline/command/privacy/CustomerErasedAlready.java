package io.throughline.command.privacy;

import io.throughline.command.platform.BusinessRefusal;

/** The customer's data is erased, or about to be: nothing new is begun. */
public final class CustomerErasedAlready extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  public CustomerErasedAlready(String customer) {
    super(
        "customer-erased",
        "The personal data of the customer "
            + customer
            + " is erased or about to be: register the customer under another number.");
  }
}
