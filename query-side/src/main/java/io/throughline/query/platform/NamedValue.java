package io.throughline.query.platform;

import java.util.List;
import java.util.Map;

/**
 * Something that a sentence is about, for whoever makes a sentence of their own of it.
 *
 * @param value as text: an id, a number, an amount with its currency ({@code 12.50 USD}), a day or
 *     a moment (ISO 8601), or a person's own words
 */
public record NamedValue(String name, String value) {

  /** By name. */
  public static List<NamedValue> of(Map<String, String> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> new NamedValue(it.getKey(), it.getValue()))
        .toList();
  }
}
