package io.throughline.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.bench.trial.Trial;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trials, small; whole they are run by {@code ./throughline trial}. */
class ProofTrialsTest {
  @TempDir Path folder;

  @Test
  void everyTamperIsFoundAndNamed() throws Exception {
    var seen = new TamperTrial().run(new Trial.Terms(190, 7, folder, _ -> {}));
    assertThat(seen).containsEntry("found and named", 190).containsEntry(Trial.BROKEN, 0);
  }

  @Test
  void everyForgeryIsRefused() throws Exception {
    var seen = new ForgeryTrial().run(new Trial.Terms(1_800, 7, folder, _ -> {}));
    assertThat(seen).containsEntry("refused", 1_800L).containsEntry(Trial.BROKEN, 0L);
  }
}
