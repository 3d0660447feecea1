package io.throughline.command.logistics;

import io.throughline.command.platform.NotKnown;
import java.util.Collection;

/** No such logistics provider is connected. */
public final class UnknownProvider extends NotKnown {
  private static final long serialVersionUID = 1L;

  UnknownProvider(String provider, Collection<String> connected) {
    super(
        "No logistics provider is called "
            + provider
            + "; connected: "
            + String.join(", ", connected)
            + ".");
  }
}
