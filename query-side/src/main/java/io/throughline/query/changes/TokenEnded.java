package io.throughline.query.changes;

/** Whoever subscribed is not known any more. */
final class TokenEnded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TokenEnded() {
    super("The token has ended: subscribe again with a new one.", null, false, false);
  }
}
