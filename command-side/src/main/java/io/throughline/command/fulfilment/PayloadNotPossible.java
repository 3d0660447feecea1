package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;

/** What two people agreed on does not fit the order (any more). */
public final class PayloadNotPossible extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  PayloadNotPossible(String why) {
    super("payload-not-possible", why);
  }
}
