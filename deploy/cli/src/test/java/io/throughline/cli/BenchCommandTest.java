package io.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.bench.harness.Database;
import io.throughline.bench.harness.Findings;
import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Machine;
import io.throughline.bench.harness.Metric;
import io.throughline.bench.harness.Report;
import io.throughline.bench.harness.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
  private static final Metric PACE = new Metric("pace", "things/s", true);

  @Test
  void helpSaysWhichSuitesAndTrialsThereAre() {
    assertThat(Asked.of("bench", "--help").out()).contains("  eventstore ", "  audit ");
    assertThat(Asked.of("trial", "--help").out()).contains("  gap ", "  crash ", "  tamper ");
  }

  @Test
  void anUnknownSuiteIsBadUsageAndNamesThoseThatThereAre() {
    var asked = Asked.of("bench", "speed");
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err().lines())
        .containsExactly(
            "throughline: There is no suite speed, only eventstore, audit, budget, outage, query."
                + " See throughline bench --help.");
  }

  @Test
  void noRoundsAtAllIsBadUsage() {
    var asked = Asked.of("bench", "eventstore", "--rounds", "0");
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err().lines()).hasSize(1);
  }

  @Test
  void theTableSaysWhatWasMissedAndThatTheMachineWasBusy() {
    var goal = Goal.ratio(PACE, "a", 4);
    var table =
        BenchTable.of(
            new Report(
                "sorting",
                Machine.here(),
                Map.of(),
                new Findings(
                    new Database("18.6", Map.of("fsync", "on"), 220),
                    0.5,
                    List.of(
                        new Result(
                            "words",
                            "pace",
                            "things/s",
                            12_345,
                            7,
                            "a",
                            4_115.0,
                            3.0,
                            List.of(2.5, 3.25),
                            goal,
                            false)))));
    assertThat(table)
        .contains("Other programs had 50 % of the processors")
        .contains("12,345 things/s", "x  3.00 [2.50, 3.25]  MISSED (goal >= 4.00)")
        .contains("0 of 1 goals reached");
  }
}
