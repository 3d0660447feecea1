package io.throughline.command.operations;

import io.throughline.command.platform.NotKnown;

/** Nothing here is called so. */
public final class UnknownProcessor extends NotKnown {
  private static final long serialVersionUID = 1L;

  UnknownProcessor(String name) {
    super(
        name.startsWith("slice-")
            ? name + " is a view's: send it to the query side, under the same path."
            : "There is no processor " + name + ": GET /api/v1/dead-letters names those with any.");
  }
}
