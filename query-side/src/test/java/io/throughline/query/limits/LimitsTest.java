package io.throughline.query.limits;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import io.throughline.query.RunningQuerySide;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Over HTTP, each limit passed by one. */
class LimitsTest {
  private static RunningQuerySide running;

  @BeforeAll
  static void start() throws Exception {
    running = RunningQuerySide.shared();
  }

  private static String code(String query) throws Exception {
    return code(running.query(query));
  }

  private static String code(JsonNode answer) {
    var error = answer.path("errors").path(0);
    assertThat(error.path("message").asString()).doesNotContain("Exception");
    return error.path("extensions").path("code").asString();
  }

  private static String times(int count, String part) {
    return IntStream.range(0, count)
        .mapToObj(i -> part.replace("#", Integer.toString(i)))
        .collect(Collectors.joining(" "));
  }

  @Test
  void aliasesAreCounted() throws Exception {
    assertThat(code("{" + times(30, "a#: lag {slice}") + "}")).isEmpty();
    assertThat(code("{" + times(31, "a#: lag {slice}") + "}")).isEqualTo("TOO_MANY_ALIASES");
  }

  @Test
  void fieldsAreCountedWhereFragmentsStand() throws Exception {
    var fragment = " fragment F on SliceLag {" + times(50, "events") + "}";
    assertThat(code("{" + times(8, "lag {...F}") + "}" + fragment)).isEmpty();
    assertThat(code("{" + times(10, "lag {...F}") + "}" + fragment)).isEqualTo("TOO_MANY_FIELDS");
  }

  @Test
  void depthIsMeasuredThroughFragmentsToo() throws Exception {
    var step = "orders {edges {node {customer {openOrders {orderId}}}}}";
    assertThat(code("{" + step + "}")).isEmpty();
    var deep = "{order(id: \"A\") " + "{customer ".repeat(8) + "{name}" + "}".repeat(8) + "}";
    assertThat(code(deep)).isEqualTo("VALIDATION_ERROR"); // a customer has no customer
    var tooDeep = "{lag " + "{a ".repeat(15) + "}".repeat(15) + "}";
    assertThat(code(tooDeep.replace("{a }", "{a}"))).isEqualTo("TOO_DEEP");
    assertThat(code("{lag {...A}} fragment A on SliceLag {...B} fragment B on SliceLag {...A}"))
        .isEqualTo("TOO_DEEP");
  }

  @Test
  void tokensAreCounted() throws Exception {
    assertThat(code("{lag {" + "slice ".repeat(3_000) + "}}")).isEqualTo("TOO_MANY_TOKENS");
  }

  @Test
  void costGoesByTheRowsThatAreAskedForWhereverTheNumberStands() throws Exception {
    var query =
        "query($n: Int) {orders(first: $n) {edges {node {orderId state owner exceptions"
            + " {exceptionId cause queue held {amount currency} since} customer {name openOrders"
            + " {orderId ordered {amount currency} invoiced {amount currency} exceptions}"
            + " lastShipments {shipmentId orderId shippedAt}} money {ordered {amount currency}"
            + " invoiced {amount currency} paid {amount currency}}}}}}";
    assertThat(code(running.query(query, Map.of("n", 50)))).isEmpty();
    assertThat(code(running.query(query, Map.of("n", 200)))).isEqualTo("TOO_COSTLY");
    assertThat(code(query.replace("$n: Int", "$n: Int = 200"))).isEqualTo("TOO_COSTLY");
    assertThat(code(query.replace("query($n: Int) ", "").replace("$n", "200")))
        .isEqualTo("TOO_COSTLY");
  }

  @Test
  void whatIsWrongHasACodeToo() throws Exception {
    assertThat(code("{")).isEqualTo("SYNTAX_ERROR");
    assertThat(code("{mood}")).isEqualTo("VALIDATION_ERROR");
    assertThat(code("{orders(first: \"many\") {totalCount}}")).isEqualTo("VALIDATION_ERROR");
    assertThat(code("query A {lag {slice}} query B {lag {slice}}")).isEqualTo("BAD_REQUEST");
    assertThat(code("mutation {mend}")).isNotEmpty();
  }

  @Test
  void anAnswerThatIsTooLargeIsNotSent() {
    assertThat(AnswerSize.exceeds(Map.of("a", "x".repeat(100)), 200)).isFalse();
    assertThat(AnswerSize.exceeds(Map.of("a", "x".repeat(300)), 200)).isTrue();
  }

  @Test
  void theSchemaIsToldInLocalRunsOnly() throws Exception {
    var query = "{__schema {queryType {name}}}";
    assertThat(code(query)).isEmpty();

    var limits = running.bean(Limits.class);
    var elsewhere =
        new KnownDocuments(limits, false)
            .getDocumentAsync(
                ExecutionInput.newExecutionInput(query).build(),
                _ -> {
                  throw new AssertionError("It is not even validated.");
                })
            .join();
    assertThat(elsewhere.getErrors().getFirst().getExtensions())
        .containsEntry("code", "INTROSPECTION_DISABLED");
  }
}
