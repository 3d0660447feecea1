package io.throughline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClockTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path directory;
  private final SetClock wall = new SetClock();

  @Test
  void theFirstRunBeginsAtThePresentAndGoesAtItsRate() {
    try (var clock = LocalClock.start(file(), 60, wall)) {
      assertThat(clock.business().instant()).isEqualTo(NOON);
      wall.now = NOON.plusSeconds(10);
      assertThat(clock.business().instant()).isEqualTo(NOON.plusSeconds(600));
    }
  }

  @Test
  void timeStandsStillBetweenRuns() {
    try (var _ = LocalClock.start(file(), 60, wall)) {
      wall.now = NOON.plusSeconds(10);
    }
    wall.now = NOON.plus(Duration.ofDays(1));
    try (var again = LocalClock.start(file(), 2, wall)) {
      assertThat(again.business().instant()).isEqualTo(NOON.plusSeconds(600));
    }
  }

  @Test
  void timeNeverGoesBackAfterAHardKill() throws IOException {
    String promised;
    try (var clock = LocalClock.start(file(), 86_400, wall)) {
      promised = Files.readString(file()); // what a killed run leaves behind
      wall.now = NOON.plusSeconds(1);
      assertThat(clock.business().instant()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }
    Files.writeString(file(), promised);
    try (var again = LocalClock.start(file(), 86_400, wall)) {
      assertThat(again.business().instant()).isAfterOrEqualTo(NOON.plus(Duration.ofDays(1)));
    }
  }

  @Test
  void aFileThatIsNoClockIsRefused() throws IOException {
    Files.writeString(file(), "{");
    assertThatThrownBy(() -> LocalClock.start(file(), 1, wall))
        .isInstanceOf(LocalRunRefused.class)
        .hasMessageContaining("clock.json");
  }

  private Path file() {
    return directory.resolve("clock.json");
  }

  private static final class SetClock extends Clock {
    private volatile Instant now = NOON;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
