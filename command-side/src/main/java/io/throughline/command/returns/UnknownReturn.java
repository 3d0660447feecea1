package io.throughline.command.returns;

import io.throughline.command.platform.NotKnown;

/** There is no such order, or it has no such return. */
public final class UnknownReturn extends NotKnown {
  private static final long serialVersionUID = 1L;

  UnknownReturn(String message) {
    super(message);
  }
}
