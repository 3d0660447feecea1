package io.throughline.simulators;

import io.throughline.kernel.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is turned. */
public final class TurnableClock extends Clock {
  private volatile Instant now = Instant.parse("2026-03-02T08:00:00Z");

  public void turn(Duration by) {
    now = now.plus(by);
  }

  /** The business's clock, which goes by this one. */
  public BusinessClock business() {
    return new BusinessClock(this, Instant.EPOCH, Instant.EPOCH, 1);
  }

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
    return this;
  }
}
