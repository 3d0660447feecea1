package io.throughline.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** The one rule for ids that people and other systems give us. */
final class Identifiers {
  private static final Pattern ALLOWED = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,39}");

  private Identifiers() {}

  static String normalized(String what, String value) {
    var upper = value.strip().toUpperCase(Locale.ROOT);
    if (!ALLOWED.matcher(upper).matches()) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " '"
              + value
              + "' must be 1 to 40 letters, digits, dots, dashes or underscores, and begin"
              + " with a letter or digit.");
    }
    return upper;
  }
}
