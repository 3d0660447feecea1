package io.throughline.command.logistics;

/** A webhook that its alleged sender did not sign. */
public final class BadSignature extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadSignature(String message) {
    super(message, null, false, false);
  }
}
