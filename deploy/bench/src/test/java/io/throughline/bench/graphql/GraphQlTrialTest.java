package io.throughline.bench.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.bench.query.ReadSide;
import io.throughline.bench.trial.Trial;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./throughline trial graphql}, small. */
class GraphQlTrialTest {

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
}
