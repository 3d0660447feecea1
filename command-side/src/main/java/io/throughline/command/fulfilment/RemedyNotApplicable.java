package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;

/** The remedy's parameters do not fit the order. */
public final class RemedyNotApplicable extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  RemedyNotApplicable(String why) {
    super("remedy-not-applicable", why);
  }
}
