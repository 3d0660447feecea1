package io.throughline.command.logistics;

import io.throughline.command.platform.NotKnown;

/** No such logistics provider is connected. */
public final class UnknownProvider extends NotKnown {
  private static final long serialVersionUID = 1L;

  UnknownProvider(String provider) {
    super(
        "No logistics provider is called "
            + provider
            + "; connected is "
            + ShipBobCarrier.PROVIDER
            + ".");
  }
}
