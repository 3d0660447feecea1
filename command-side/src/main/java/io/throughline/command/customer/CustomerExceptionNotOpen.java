package io.throughline.command.customer;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.fulfilment.ExceptionId;

/** Somebody mended it already, or it never was. */
public final class CustomerExceptionNotOpen extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  CustomerExceptionNotOpen(ExceptionId id) {
    super(
        "exception-not-open",
        "The exception " + id + " is not open (any more): look at the customer's open exceptions.");
  }
}
