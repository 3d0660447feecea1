package io.throughline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.demo.Quiet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./throughline chaos}, small. Not in every build: two lives of the line and all that is
 * held against the books take two to three minutes on two busy processors; {@code KilledRunTest}
 * kills the line there. {@code -Dthroughline.trials=all} has it run.
 */
@EnabledIfSystemProperty(named = "throughline.trials", matches = "all")
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ChaosTest {
  private static final double A_DAY_IN_A_SECOND = 86_400;

  @TempDir Path data;

  @Test
  void ordersComeToTheirEndOnceThoughCallsGoWrongAndTheRunIsKilled() throws Exception {
    var terms = new ChaosTerms(12, 0.2, 1, Duration.ofMillis(10), 15, 1, A_DAY_IN_A_SECOND, data);

    var report = Chaos.run(terms, new Quiet()).report();

    assertThat(report.ending()).isEqualTo(Ending.FINISHED);
    assertThat(report.unfinished()).isEmpty();
    assertThat(report.invariants())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.broken()).as(it.name()).isEmpty());
    assertThat(report.kills().count()).isEqualTo(1);
    assertThat(report.faults().values()).anySatisfy(it -> assertThat(it).isPositive());
    assertThat(report.demo().effects().duplicates()).isZero();
  }
}
