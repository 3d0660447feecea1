package io.throughline.command.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30));

  @Test
  void pausesDoubleUpToTheLimitGiveOrTakeAFifth() {
    var random = new Random(3);
    for (var i = 0; i < 1000; i++) {
      assertThat(backoff.after(1, random)).isBetween(Duration.ofMillis(80), Duration.ofMillis(120));
      assertThat(backoff.after(4, random))
          .isBetween(Duration.ofMillis(640), Duration.ofMillis(960));
      assertThat(backoff.after(1000, random))
          .isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
    }
  }
}
