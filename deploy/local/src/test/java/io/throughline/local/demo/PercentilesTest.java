package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void areByNearestRank() {
    var hundred = IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList();
    assertThat(Percentiles.of(hundred)).isEqualTo(new Percentiles(50, 99));
    assertThat(Percentiles.of(List.of(Duration.ofNanos(1_250_000))))
        .isEqualTo(new Percentiles(1.2, 1.2));
    assertThat(Percentiles.of(List.of())).isEqualTo(Percentiles.NONE);
  }
}
