package io.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.demo.DemoProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
  private final StringWriter written = new StringWriter();

  @Test
  void aTerminalGetsABarThatIsDrawnOverItself() {
    var display = new ProgressDisplay(new PrintWriter(written), true);
    display.progresses(progress(5, 1));
    display.progresses(progress(10, 2));
    assertThat(written.toString())
        .startsWith("\r")
        .contains("█".repeat(15) + "░".repeat(15))
        .contains("█".repeat(30))
        .containsOnlyOnce("\n")
        .endsWith(System.lineSeparator());
  }

  @Test
  void elsewhereThereAreFewPlainLinesAndAlwaysTheLast() {
    var display = new ProgressDisplay(new PrintWriter(written), false);
    for (var second = 0; second <= 12; second++) {
      display.progresses(progress(Math.min(second, 10), second));
    }
    assertThat(written.toString().lines())
        .containsExactly(
            "  0 s  0 of 10 finished  10 in fulfilment",
            "  5 s  5 of 10 finished  5 completed, 5 in fulfilment",
            " 10 s  10 of 10 finished  10 completed");
  }

  private static DemoProgress progress(int finished, int second) {
    var states = new TreeMap<>(Map.of("COMPLETED", finished, "IN_FULFILMENT", 10 - finished));
    states.values().removeIf(count -> count == 0);
    return new DemoProgress(10, 10, states, finished, finished == 10, Duration.ofSeconds(second));
  }
}
