package io.throughline.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterleavedTest {
  private static final Metric PACE = new Metric("pace", "things/s", true);
  private static final Metric WAIT = new Metric("wait", "ms", false);

  private final List<String> turns = new ArrayList<>();

  /** Does the same in each round, after one that it needs to get going. */
  private final class Steady implements Contender {
    private final String name;
    private final Map<Metric, Double> figures;
    private boolean warm;

    Steady(String name, Map<Metric, Double> figures) {
      this.name = name;
      this.figures = figures;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Map<Metric, Double> round() {
      turns.add(name);
      if (!warm) {
        warm = true;
        return Map.of(PACE, 1.0, WAIT, 1e9);
      }
      return figures;
    }
  }

  private List<Result> run(int rounds, Goal... goals) throws Exception {
    return new Interleaved(rounds, _ -> {})
        .run(
            new Comparison(
                "sorting",
                new Steady("ours", Map.of(PACE, 30.0, WAIT, 5.0)),
                List.of(
                    new Steady("a", Map.of(PACE, 10.0, WAIT, 20.0)),
                    new Steady("b", Map.of(PACE, 60.0, WAIT, 0.0))),
                List.of(goals)));
  }

  private static Result row(List<Result> results, String metric, String peer) {
    return results.stream()
        .filter(result -> result.metric().equals(metric) && peer.equals(result.peer()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everybodyHasATurnInEachRoundInAnotherOrder() throws Exception {
    run(9);
    assertThat(turns).hasSize(3 * 10);
    var orders = new ArrayList<List<String>>();
    for (var round = 0; round < 10; round++) {
      orders.add(turns.subList(3 * round, 3 * round + 3));
      assertThat(orders.getLast()).containsExactlyInAnyOrder("ours", "a", "b");
    }
    assertThat(orders.stream().distinct().count()).isGreaterThan(2);
  }

  @Test
  void theRoundThatWarmsUpDoesNotCount() throws Exception {
    assertThat(row(run(1), "pace", "a").value()).isEqualTo(30);
  }

  @Test
  void aRatioAboveOneIsBetterWhicheverWayTheMetricGoes() throws Exception {
    var results = run(7);
    assertThat(row(results, "pace", "a").ratio()).isEqualTo(3);
    assertThat(row(results, "pace", "b").ratio()).isEqualTo(0.5);
    assertThat(row(results, "wait", "a").ratio()).isEqualTo(4);
    assertThat(row(results, "wait", "a").ci95()).containsExactly(4.0, 4.0);
  }

  @Test
  void whereThereIsNothingToDivideByNoRatioIsStated() throws Exception {
    var zero = new Steady("zero", Map.of(WAIT, 0.0));
    var results =
        new Interleaved(3, _ -> {})
            .run(
                new Comparison(
                    "idling", zero, List.of(new Steady("a", Map.of(WAIT, 1.0))), List.of()));
    assertThat(row(results, "wait", "a").ratio()).isNull();
  }

  @Test
  void aGoalIsHeldAgainstItsOwnRow() throws Exception {
    var results = run(3, Goal.ratio(PACE, "a", 2), Goal.ratio(PACE, "b", 1), Goal.atMost(WAIT, 5));
    assertThat(row(results, "pace", "a").met()).isTrue();
    assertThat(row(results, "pace", "b").met()).isFalse();
    assertThat(results)
        .filteredOn(result -> result.peer() == null)
        .singleElement()
        .satisfies(alone -> assertThat(alone.met()).isTrue())
        .satisfies(alone -> assertThat(alone.metric()).isEqualTo("wait"));
  }
}
