package io.throughline.command.fulfilment;

import io.throughline.command.platform.NotKnown;

/** No such order is on its way. */
public final class UnknownFulfilment extends NotKnown {
  private static final long serialVersionUID = 1L;

  UnknownFulfilment(String what) {
    super("No order on its way has " + what + ".");
  }
}
