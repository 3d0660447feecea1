package io.throughline.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.bench.graphql.GraphQlTrial;
import io.throughline.bench.query.ReadSide;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The trials, small; {@code ./throughline trial NAME} runs them whole. */
class TrialsTest {

  @Test
  void aProcessorElsewhereSeesEachEventOnceAndInOrder(@TempDir Path folder) throws Exception {
    var seen = new GapTrial().run(new Trial.Terms(6_000, 1, folder, _ -> {}));

    assertThat(seen).containsEntry(Trial.BROKEN, 0);
    assertThat((Long) seen.get("events seen, once and in order")).isGreaterThanOrEqualTo(6_000);
    assertThat((Integer) seen.get("events Axon's JDBC engine lost")).isPositive();
  }

  /** Whole, it asks a line in which orders travelled; here, a query side alone. */
  @Test
  void noQuestionMakesTheQuerySideFailOrTellTooMuch(@TempDir Path folder) throws Exception {
    try (var side = ReadSide.start(200, 10)) {
      var terms = new Trial.Terms(200, 1, folder, _ -> {});
      var seen = GraphQlTrial.ask(side.graphQl(), side::token, side.ids(), terms);

      assertThat(seen).as("%s", seen.get("examples")).containsEntry(Trial.BROKEN, 0);
      assertThat((Integer) seen.get("answered, at least in part")).isGreaterThan(50);
    }
  }

  @Test
  void whatWasAcknowledgedIsThereOnceAfterEveryKill(@TempDir Path folder) throws Exception {
    var seen = new CrashTrial().run(new Trial.Terms(8, 1, folder, _ -> {}));

    assertThat(seen).containsEntry(Trial.BROKEN, 0);
    assertThat((Integer) seen.get("commands acknowledged")).isPositive();
  }

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
