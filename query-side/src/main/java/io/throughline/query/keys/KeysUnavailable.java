package io.throughline.query.keys;

/** The key service does not answer, or not as it should: nothing is known about any key. */
final class KeysUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeysUnavailable(String why) {
    super("The command side's key service cannot be used: " + why, null, false, false);
  }
}
