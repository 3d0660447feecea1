package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.fulfilment.ExceptionId;

/** Somebody mended it already, or it never was. */
public final class ExceptionNotOpen extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  ExceptionNotOpen(ExceptionId id) {
    super(
        "exception-not-open",
        "The exception " + id + " is not open (any more): look at the order's open exceptions.");
  }
}
