package io.throughline.command.bulk;

import io.throughline.command.platform.NotKnown;

/** Nobody asked for such a one. */
public final class UnknownBulk extends NotKnown {
  private static final long serialVersionUID = 1L;

  UnknownBulk(String id) {
    super("There is no bulk remedy " + id + ".");
  }
}
