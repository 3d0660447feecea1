package io.throughline.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./throughline trial gap}, small. */
@Order(1)
class GapTrialTest {

  @Test
  void aProcessorElsewhereSeesEachEventOnceAndInOrder(@TempDir Path folder) throws Exception {
    var seen = new GapTrial().run(new Trial.Terms(6_000, 1, folder, _ -> {}));

    assertThat(seen).containsEntry(Trial.BROKEN, 0);
    assertThat((Long) seen.get("events seen, once and in order")).isGreaterThanOrEqualTo(6_000);
    assertThat((Integer) seen.get("events Axon's JDBC engine lost")).isPositive();
  }
}
