package io.throughline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessClockTest {
  private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aDayMayPassInTwoSeconds() {
    var clock = at(ORIGIN.plusSeconds(2), 43_200);

    assertThat(clock.instant()).isEqualTo(ORIGIN.plus(Duration.ofDays(1)));
  }

  @Test
  void wallTimesAreFoundFromBusinessTimes() {
    var clock = at(ORIGIN, 43_200);

    assertThat(clock.wallTimeOf(ORIGIN.plus(Duration.ofDays(3)))).isEqualTo(ORIGIN.plusSeconds(6));
  }

  @Test
  void inProductionItIsTheWallClock() {
    var before = Instant.now();
    var now = BusinessClock.realTime().instant();

    assertThat(now).isBetween(before, Instant.now());
  }

  @Test
  void aClockThatStandsStillIsRefused() {
    assertThatThrownBy(() -> at(ORIGIN, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> at(ORIGIN, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  private static BusinessClock at(Instant now, double rate) {
    return new BusinessClock(Clock.fixed(now, ZoneOffset.UTC), ORIGIN, ORIGIN, rate);
  }
}
