package io.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is badly asked is refused in one line before anything starts. */
class ChaosCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--orders 2; --orders must be at least 3, not 2.",
        "--faults 1.5; --faults must be between 0 and 0.9, not 1.5.",
        "--kills -1; --kills must be 0 or more, not -1.",
        "--latency 0ms; --latency must be at least 1ms, not 0ms.",
        "--latency 10; Invalid value for option '--latency': '10' is not a duration such as 10ms"
            + " or 10m.",
        "--permits 0; --permits must be at least 1, not 0.",
        "--clock-rate 0; --clock-rate must be between 1 and 1000000, not 0.0.",
      })
  void badUsageIsNamed(String options, String message) {
    var asked = Asked.of(("chaos --data " + folder.resolve("data") + " " + options).split(" "));
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err().lines())
        .containsExactly("throughline: " + message + " See throughline chaos --help.");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void whoStopsItIsToldThatTheNextRunBeginsAnew() {
    assertThat(Interruption.told(new ChaosCommand())).endsWith("the next run begins anew.");
    assertThat(Interruption.told(new DemoCommand())).endsWith("it goes on.");
  }
}
