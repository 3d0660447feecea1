package io.throughline.kernel.ownership;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue, read from {@code ownership.txt} beside this class: a section for each entity, a
 * line for each field with its owner, its policy and its meaning.
 */
public final class OwnershipCatalogue {
  private static final String FILE = "ownership.txt";
  private static final OwnershipCatalogue OURS = read();

  private final Map<String, Fact> facts;

  OwnershipCatalogue(List<Fact> facts) {
    this.facts = new LinkedHashMap<>();
    for (var fact : facts) {
      var key = key(fact.entity(), fact.field());
      if (this.facts.put(key, fact) != null) {
        throw new IllegalArgumentException(
            "The catalogue has " + key + " twice: keep one of them.");
      }
    }
  }

  public static OwnershipCatalogue ours() {
    return OURS;
  }

  public Optional<Fact> find(String entity, String field) {
    @Nullable Fact fact = facts.get(key(entity, field));
    return Optional.ofNullable(fact);
  }

  public List<Fact> facts() {
    return List.copyOf(facts.values());
  }

  private static String key(String entity, String field) {
    return entity + "." + field;
  }

  private static OwnershipCatalogue read() {
    try (var file = Objects.requireNonNull(OwnershipCatalogue.class.getResourceAsStream(FILE))) {
      return new OwnershipCatalogue(parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Fact> parse(String text) {
    var facts = new ArrayList<Fact>();
    var entity = "";
    for (var line : text.lines().filter(it -> !it.isBlank() && !it.startsWith("#")).toList()) {
      if (!line.startsWith(" ")) {
        entity = line.strip();
      } else {
        facts.add(fact(entity, line.strip()));
      }
    }
    return facts;
  }

  private static Fact fact(String entity, String line) {
    var words = line.split("\\s+", 4);
    if (words.length < 4) {
      throw new IllegalArgumentException(
          "A line of the catalogue is: field owner policy meaning; not: " + line);
    }
    return new Fact(
        entity,
        words[0],
        SystemOfRecord.valueOf(words[1].toUpperCase(Locale.ROOT)),
        policy(words[2]),
        words[3]);
  }

  private static Policy policy(String word) {
    return switch (word) {
      case "own" -> new Policy.Own();
      case "reference" -> new Policy.Reference();
      case "recorded" -> new Policy.Recorded();
      case "live" -> new Policy.Live();
      default -> {
        if (!word.matches("cached\\(PT?[0-9A-Z]+\\)")) {
          throw new IllegalArgumentException(
              "A policy is own, reference, recorded, live or cached(PT1M), not " + word + ".");
        }
        yield new Policy.Cached(
            Duration.parse(word.substring("cached(".length(), word.length() - 1)));
      }
    };
  }
}
