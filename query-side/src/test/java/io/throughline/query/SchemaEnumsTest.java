package io.throughline.query;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.schema.idl.SchemaParser;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.query.orderdetails.Because;
import io.throughline.query.orderdetails.OrderDetails;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients make words of these codes, in their readers' languages, and check that they have words
 * for all that the schema names: so it names all that there are.
 */
class SchemaEnumsTest {

  static Stream<Arguments> codes() {
    return Stream.of(
        Arguments.of("Because", Because.class),
        Arguments.of("Cause", Cause.class),
        Arguments.of("Dependency", Dependency.class),
        Arguments.of("OrderState", OrderState.class),
        Arguments.of("Queue", Queue.class),
        Arguments.of("RemedyKind", Remedy.class),
        Arguments.of("ShipmentState", OrderDetails.ShipmentState.class));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theSchemaNamesAllThatThereAre(String type, Class<? extends Enum<?>> codes)
      throws IOException {
    assertThat(named(type))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList());
  }

  private static List<String> named(String type) throws IOException {
    try (var file =
        Objects.requireNonNull(
            SchemaEnumsTest.class.getResourceAsStream("/graphql/throughline.graphqls"))) {
      return new SchemaParser()
              .parse(new String(file.readAllBytes(), StandardCharsets.UTF_8))
              .getType(type, EnumTypeDefinition.class)
              .orElseThrow()
              .getEnumValueDefinitions()
              .stream()
              .map(EnumValueDefinition::getName)
              .toList();
    }
  }
}
