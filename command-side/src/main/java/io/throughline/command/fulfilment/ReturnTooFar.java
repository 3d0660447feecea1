package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.fulfilment.ReturnId;

/** A return can be withdrawn until its goods come, and inspected until that is settled. */
public final class ReturnTooFar extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  ReturnTooFar(ReturnId id, String why) {
    super(
        "return-too-far",
        "That cannot be done with return " + id + " any more: " + why + ". Look at the order.");
  }
}
