package io.throughline.kernel.ownership;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What may leave for another system: a list beside the catalogue, {@code salesforce.txt}. A field
 * leaves if it is on the list, stands in the catalogue, and is ours to pass on: what is read live
 * from its owner is not.
 */
public final class Departures {
  private final SystemOfRecord destination;
  private final Set<String> allowed;

  private Departures(SystemOfRecord destination, Set<String> allowed) {
    this.destination = destination;
    this.allowed = allowed;
  }

  public static Departures to(SystemOfRecord destination) {
    var name = destination.name().toLowerCase(Locale.ROOT) + ".txt";
    try (var file = Objects.requireNonNull(Departures.class.getResourceAsStream(name))) {
      return new Departures(
          destination, parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> parse(String text) {
    var fields = new HashSet<String>();
    for (var line : text.lines().filter(it -> !it.isBlank() && !it.startsWith("#")).toList()) {
      var words = line.strip().split("\\s+");
      for (var i = 1; i < words.length; i++) {
        fields.add(words[0] + "." + words[i]);
      }
    }
    return fields;
  }

  /**
   * Everything of a record that must not leave; empty if all is in order.
   *
   * @param entity under which the record's fields stand in the catalogue
   */
  public List<String> complaints(String entity, Class<?> type) {
    var complaints =
        new ArrayList<>(new OwnershipCheck(OwnershipCatalogue.ours()).complaints(entity, type));
    for (var component : type.getRecordComponents()) {
      var field = entity + "." + component.getName();
      if (!allowed.contains(field)) {
        complaints.add(
            field + " may not leave for " + destination + ": it is not on the list of what may.");
      }
    }
    return complaints;
  }
}
