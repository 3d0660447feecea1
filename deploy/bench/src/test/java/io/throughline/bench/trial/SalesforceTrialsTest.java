package io.throughline.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./throughline trial intents} and {@code trial statuses}, small. */
class SalesforceTrialsTest {

  /**
   * Not in every build: it starts the command side in a JVM of its own, and again after each kill,
   * which took 73 s on two busy processors. {@code -Dthroughline.trials=all} has it run.
   */
  @Test
  @EnabledIfSystemProperty(named = "throughline.trials", matches = "all")
  void salesforceIsHeardOnceAndToldTheLastWhateverBreaks(@TempDir Path folder) throws Exception {
    try (var line = Connected.start(folder, 1, 0.05, 1_000)) {
      var intents = IntentsTrial.run(new Trial.Terms(40, 1, folder, _ -> {}), line);
      var statuses = StatusesTrial.run(new Trial.Terms(50, 1, folder, _ -> {}), line);

      assertThat(intents).containsEntry("taken once", 40).containsEntry(Trial.BROKEN, 0);
      assertThat((Integer) intents.get("kills -9")).isPositive();
      assertThat(statuses).containsEntry(Trial.BROKEN, 0).containsEntry("over the limit", 0);
      assertThat((Integer) statuses.get("status changes")).isGreaterThanOrEqualTo(50);
    }
  }
}
