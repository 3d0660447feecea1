package io.throughline.bench.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.bench.harness.Effort;
import io.throughline.bench.harness.Result;
import io.throughline.bench.trial.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The suite and the trial, small: {@code ./throughline bench query} and {@code trial rebuild}. */
class QueryTest {

  /** Takes a minute of processor time: it is not in the build. */
  @Test
  @EnabledIfSystemProperty(named = "throughline.trials", matches = "all")
  void everyFigureIsThere() throws Exception {
    var tiny = new Effort(1, Duration.ofMillis(200), 0.01, "", Optional.empty());

    var results = new QuerySuite().run(tiny, _ -> {}).results();

    assertThat(results)
        .extracting(Result::metric)
        .containsExactlyInAnyOrder(
            "events",
            "documents",
            "heap",
            "rate",
            "p50",
            "p99",
            "answer",
            "answer",
            "answers",
            "answers",
            "database calls",
            "answers",
            "database calls");
    assertThat(results).allSatisfy(it -> assertThat(it.value()).isPositive());
    assertThat(results)
        .filteredOn(it -> it.metric().equals("database calls"))
        .extracting(Result::value)
        .containsExactly(1.0, 2.0);
  }

  @Test
  void killsDuringARebuildHarmNoReadAndComeToTheSameEnd(@TempDir Path folder) throws Exception {
    var seen = new RebuildTrial().run(new Trial.Terms(1, 1, folder, _ -> {}));

    assertThat(seen).containsEntry(Trial.BROKEN, 0);
    assertThat((Integer) seen.get("views read")).isPositive();
    assertThat((Integer) seen.get("rebuilds that went live")).isPositive();
  }
}
