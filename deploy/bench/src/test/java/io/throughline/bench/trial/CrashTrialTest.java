package io.throughline.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./throughline trial crash}, small. */
@Order(1)
class CrashTrialTest {

  @Test
  void whatWasAcknowledgedIsThereOnceAfterEveryKill(@TempDir Path folder) throws Exception {
    var seen = new CrashTrial().run(new Trial.Terms(5, 1, folder, _ -> {}));

    assertThat(seen).containsEntry(Trial.BROKEN, 0);
    assertThat((Integer) seen.get("commands acknowledged")).isPositive();
  }
}
