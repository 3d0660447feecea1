package io.throughline.query;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.DiffLevel;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What clients were told holds: the schema against the last one that was released, {@code
 * schema/released.graphqls}. What breaks a client is declared with its reason in {@code
 * schema/declared-breaks.txt}, or does not build.
 */
class SchemaContractTest {

  @Test
  void nothingThatClientsRelyOnIsTakenAwayUndeclared() {
    var breaks = breaks(read("/schema/released.graphqls"), read("/graphql/throughline.graphqls"));

    assertThat(breaks)
        .as("break clients: undo it, or declare it with a reason in declared-breaks.txt")
        .isSubsetOf(declared());
  }

  @Test
  void eachDeclaredBreakIsOneAndSaysWhy() {
    var lines = lines("/schema/declared-breaks.txt").toList();
    assertThat(lines).allMatch(line -> line.matches(".+ \\| .{10,}"));
    assertThat(breaks(read("/schema/released.graphqls"), read("/graphql/throughline.graphqls")))
        .as("declared, and breaks nothing (any more)")
        .containsAll(declared());
  }

  @Test
  void whatBreaksAClientIsFound() {
    var before =
        "type Query {order(id: ID!): Order lag: Int} type Order {state: State! net: Int!} enum"
            + " State {OPEN DONE}";
    assertThat(breaks(before, before.replace(" net: Int!", " net: Int! tax: Int"))).isEmpty();
    assertThat(breaks(before, before.replace(" net: Int!", ""))).hasSize(1);
    assertThat(breaks(before, before.replace("net: Int!", "net: Int"))).hasSize(1);
    assertThat(breaks(before, before.replace("OPEN DONE", "OPEN"))).hasSize(1);
    assertThat(breaks(before, before.replace("id: ID!", "id: ID!, at: Int!"))).hasSize(1);
    assertThat(breaks(before, before.replace(" lag: Int", ""))).hasSize(1);
  }

  private static Set<String> breaks(String before, String after) {
    var found = new CapturingReporter();
    new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(before, after), found);
    return Stream.concat(found.getBreakages().stream(), found.getDangers().stream())
        .filter(it -> it.getLevel() == DiffLevel.BREAKING)
        .map(SchemaContractTest::asLine)
        .collect(Collectors.toSet());
  }

  private static String asLine(DiffEvent event) {
    return event.getReasonMsg().strip().replaceAll("\\s+", " ");
  }

  private static Set<String> declared() {
    return lines("/schema/declared-breaks.txt")
        .map(line -> line.substring(0, line.lastIndexOf(" | ")))
        .collect(Collectors.toSet());
  }

  private static Stream<String> lines(String resource) {
    return read(resource).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  private static String read(String resource) {
    try (var file =
        Objects.requireNonNull(SchemaContractTest.class.getResourceAsStream(resource))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
