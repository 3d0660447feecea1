package io.throughline.query;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import io.throughline.kernel.ownership.OwnershipCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever leaves through GraphQL stands in the catalogue, or says what it is made of. */
class ShownFieldsTest {
  private static final Pattern NO_FACTS =
      Pattern.compile("Query|Subscription|PageInfo|\\w+Connection|\\w+Edge");
  private static final Pattern FACT = Pattern.compile("(\\w+)\\.(\\w+)");

  private final OwnershipCatalogue catalogue = OwnershipCatalogue.ours();

  @Test
  void everyFieldOfTheSchemaHasAnOwnerOrSaysWhatItIsMadeOf() {
    assertThat(complaints(read("/graphql/throughline.graphqls"), derived())).isEmpty();
  }

  @Test
  void whatIsMadeOfSomethingIsMadeOfWhatIsInTheCatalogue() {
    derived()
        .forEach(
            (field, madeOf) -> {
              if (!madeOf.startsWith("ours: ")) {
                for (var fact : madeOf.split(", ")) {
                  var named = FACT.matcher(fact);
                  assertThat(named.matches()).as(field).isTrue();
                  assertThat(catalogue.find(named.group(1), named.group(2)))
                      .as("%s: %s", field, fact)
                      .isPresent();
                }
              }
            });
  }

  @Test
  void whatIsDeclaredIsShown() {
    var shown = fields(read("/graphql/throughline.graphqls"));
    assertThat(shown).containsAll(derived().keySet());
  }

  @Test
  void aFieldThatNobodyOwnsIsFound() {
    assertThat(complaints("type Query {a: A} type A {orderId: ID mood: String}", Map.of()))
        .containsExactly("A.orderId", "A.mood");
    assertThat(complaints("type Order {orderId: ID mood: String}", Map.of()))
        .containsExactly("Order.mood");
  }

  private List<String> complaints(String sdl, Map<String, String> derived) {
    return fields(sdl).stream()
        .filter(field -> !derived.containsKey(field))
        .filter(
            field -> {
              var named = FACT.matcher(field);
              return !named.matches() || catalogue.find(named.group(1), named.group(2)).isEmpty();
            })
        .toList();
  }

  private static List<String> fields(String sdl) {
    var fields = new ArrayList<String>();
    for (var type : new SchemaParser().parse(sdl).getTypes(ObjectTypeDefinition.class)) {
      if (!NO_FACTS.matcher(type.getName()).matches()) {
        type.getFieldDefinitions()
            .forEach(field -> fields.add(type.getName() + "." + field.getName()));
      }
    }
    return fields;
  }

  private static Map<String, String> derived() {
    var derived = new LinkedHashMap<String, String>();
    var type = "";
    for (var line : read("/derived-fields.txt").lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        if (line.startsWith(" ")) {
          var words = line.strip().split("\\s+", 2);
          derived.put(type + "." + words[0], words[1]);
        } else {
          type = line.strip();
        }
      }
    }
    return derived;
  }

  private static String read(String resource) {
    try (var file = Objects.requireNonNull(ShownFieldsTest.class.getResourceAsStream(resource))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
