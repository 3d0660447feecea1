package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.Fork;
import io.throughline.local.LocalRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole line is killed while orders travel, its simulators with it, and started again on the
 * same data.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class KilledRunTest {
  @TempDir Path data;

  @Test
  void aRunThatWasKilledInTheMiddleComesToTheSameEndWithoutDoubles() throws Exception {
    var killed = Fork.start(WorksAndIsKilled.class, data.toString());
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> !killed.isAlive() || data.resolve("half-way").toFile().exists());
      assertThat(killed.isAlive()).as("it is still at work when it is killed").isTrue();
    } finally {
      killed.destroyForcibly().waitFor();
    }
    try (var run = LocalRun.start(SmallDemo.settings(data))) {
      SmallDemo.assertIsRight(SmallDemo.work(run));
    }
  }

  /**
   * Started as a process of its own; says when orders are under way, and works on until it is
   * killed.
   */
  static final class WorksAndIsKilled {
    public static void main(String[] arguments) throws Exception {
      var data = Path.of(arguments[0]);
      var run = LocalRun.start(SmallDemo.settings(data));
      SmallDemo.work(
          run,
          new Quiet() {
            @Override
            public void progresses(DemoProgress progress) {
              if (progress.submitted() == SmallDemo.ORDERS && !progress.isDone()) {
                data.resolve("half-way").toFile().mkdir();
              }
            }
          });
    }
  }
}
