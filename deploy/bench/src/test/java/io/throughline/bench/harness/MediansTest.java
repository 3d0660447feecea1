package io.throughline.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediansTest {

  @Test
  void oneWildRoundDoesNotMoveTheMedian() {
    assertThat(Medians.of(new double[] {5, 1, 4, 900, 3})).isEqualTo(4);
    assertThat(Medians.of(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
  }

  @Test
  void theIntervalHoldsTheMedianAndIsNarrowerThanTheRounds() {
    var rounds = new double[] {10, 11, 12, 13, 14, 15, 16, 17, 18};
    var interval = Medians.interval(rounds);
    assertThat(interval.getFirst()).isGreaterThan(10).isLessThan(14);
    assertThat(interval.getLast()).isGreaterThan(14).isLessThan(18);
  }

  @Test
  void theSameRoundsHaveTheSameInterval() {
    var rounds = new double[] {3, 1, 4, 1, 5, 9, 2};
    assertThat(Medians.interval(rounds)).isEqualTo(Medians.interval(rounds));
  }
}
