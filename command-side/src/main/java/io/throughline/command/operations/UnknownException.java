package io.throughline.command.operations;

import io.throughline.command.platform.NotKnown;

/** There is no such exception. */
public final class UnknownException extends NotKnown {
  private static final long serialVersionUID = 1L;

  UnknownException(String exceptionId) {
    super("There is no exception " + exceptionId + ": the query exceptions lists them.");
  }
}
