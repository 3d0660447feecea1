package io.throughline.command.system;

import io.throughline.command.platform.NotKnown;

/** The system has no such thing. */
public final class NotThere extends NotKnown {
  private static final long serialVersionUID = 1L;

  NotThere(String message) {
    super(message);
  }
}
