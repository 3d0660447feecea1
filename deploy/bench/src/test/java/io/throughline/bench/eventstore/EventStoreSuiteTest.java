package io.throughline.bench.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.bench.harness.Effort;
import io.throughline.bench.harness.Machine;
import io.throughline.bench.harness.Report;
import io.throughline.bench.harness.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole suite in a moment: its figures say nothing, but they are all there. */
@Order(1)
class EventStoreSuiteTest {
  private static final Effort TINY =
      new Effort(1, Duration.ofMillis(60), 0.004, "", Optional.empty());

  private static Report report;

  @BeforeAll
  static void measure() throws Exception {
    var suite = new EventStoreSuite();
    report =
        new Report(suite.name(), Machine.here(), suite.parameters(TINY), suite.run(TINY, _ -> {}));
  }

  private static List<Result> rows(Predicate<Result> which) {
    return report.results().stream().filter(which).toList();
  }

  @Test
  void theReportHasTheFormThatIsPromised() {
    var json = JsonMapper.builder().build();
    var read = json.readTree(json.writeValueAsString(report));
    assertThat(read.propertyNames())
        .containsExactlyInAnyOrder("suite", "machine", "parameters", "results");
    assertThat(read.get("machine").propertyNames()).contains("processors", "memoryMb", "java");
    assertThat(read.get("machine").get("postgres").get("settings").get("fsync").stringValue())
        .isEqualTo("on");
    assertThat(read.get("results")).isNotEmpty();
    for (var row : read.get("results")) {
      assertThat(row.propertyNames())
          .containsExactlyInAnyOrder(
              "case",
              "metric",
              "unit",
              "value",
              "rounds",
              "peer",
              "peerValue",
              "ratio",
              "ci95",
              "goal",
              "met");
      assertThat(row.get("goal").isNull()).isEqualTo(row.get("met").isNull());
      if (!row.get("goal").isNull()) {
        assertGoal(row.get("goal"));
      }
    }
  }

  private static void assertGoal(JsonNode goal) {
    assertThat(goal.propertyNames()).containsExactlyInAnyOrder("on", "op", "bound");
    assertThat(goal.get("on").stringValue()).isIn("ratio", "value");
    assertThat(goal.get("op").stringValue()).isIn(">=", "<=");
  }

  @Test
  void eachFigureIsAFigure() {
    assertThat(report.results()).allMatch(row -> isFigure(row.metric(), row.value()));
    assertThat(rows(row -> row.peer() != null))
        .allMatch(row -> row.peerValue() != null && isFigure(row.metric(), row.peerValue()));
  }

  /**
   * Other processes' processor time comes in hundredths of a second, and these rounds are short.
   */
  private static boolean isFigure(String metric, double value) {
    return Double.isFinite(value) && (value > 0 || metric.startsWith("cpu") && value == 0);
  }

  @Test
  void eachRowIsThereOnce() {
    var names = report.results().stream().map(row -> row.name() + row.metric() + row.peer());
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void everythingIsCompared() {
    assertThat(report.results().stream().map(Result::name))
        .contains(
            "create, 1 at a time",
            "create, 256 at a time",
            "update of 10 events, cached, 64 at a time",
            "update of 10 events, not cached, 256 at a time",
            "update of 10,000 events, not cached, 1 at a time",
            "seen in another JVM")
        .anyMatch(name -> name.startsWith("replay of "));
    assertThat(rows(row -> row.name().equals("create, 64 at a time")))
        .extracting(Result::peer)
        .containsAll(Set.of("axon-jdbc", "plain-insert", "crud-audit"));
  }

  /** What is known beforehand tells that counting works. */
  @Test
  void roundTripsAreCountedWhereTheyHappen() {
    var alone =
        rows(row -> row.name().equals("create, 1 at a time") && row.metric().equals("round trips"));
    for (var row : alone) {
      assertThat(row.value()).isCloseTo(1, within(0.3)); // one statement is all a command needs
      var expected =
          switch (String.valueOf(row.peer())) {
            case "axon-jdbc" -> 2; // insert, commit
            case "plain-insert" -> 1;
            case "crud-audit" -> 3; // insert, insert, commit
            default -> throw new AssertionError(row.peer());
          };
      assertThat(row.peerValue()).isCloseTo(expected, within(0.3));
    }
    assertThat(alone).hasSize(3);
  }
}
