package io.throughline.local.chaos;

import java.util.List;

/**
 * Something that must hold, and whether it did.
 *
 * @param checked so many times it was looked at
 * @param broken where it did not hold, in a sentence each
 */
public record Invariant(String name, int checked, List<String> broken) {

  public Invariant {
    broken = List.copyOf(broken);
  }
}
