package io.throughline.local.input;

import java.util.Collection;
import java.util.Comparator;

/** What somebody who mistyped a name may have meant. */
final class NearestName {

  private NearestName() {}

  /** {@code "; did you mean 'x'?"}, or what there is to choose from where nothing is near. */
  static String hint(String given, Collection<String> known) {
    var nearest = known.stream().min(Comparator.comparingInt(name -> distance(given, name)));
    return nearest
        .filter(name -> distance(given, name) <= Math.max(2, given.length() / 2))
        .map(name -> "; did you mean '" + name + "'?")
        .orElse(known.isEmpty() ? "" : "; there are " + String.join(", ", known));
  }

  /** Levenshtein's, letter case aside. */
  private static int distance(String a, String b) {
    var previous = new int[b.length() + 1];
    for (var j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      var current = new int[b.length() + 1];
      current[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        var replaced = previous[j - 1] + (same ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
