package io.throughline.command.operations;

import io.throughline.command.platform.NotKnown;

/** Nothing is parked there. */
public final class UnknownLetter extends NotKnown {
  private static final long serialVersionUID = 1L;

  UnknownLetter(String processor, long globalIndex) {
    super(
        "Nothing is parked at "
            + globalIndex
            + " of "
            + processor
            + ": GET /api/v1/dead-letters lists what is.");
  }
}
