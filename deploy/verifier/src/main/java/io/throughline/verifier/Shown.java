package io.throughline.verifier;

/** Text from a stranger's file on somebody's terminal. */
final class Shown {
  private static final int LONGEST = 200;

  private Shown() {}

  /** Without what a terminal would obey, and not longer than a line or two. */
  static String text(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
