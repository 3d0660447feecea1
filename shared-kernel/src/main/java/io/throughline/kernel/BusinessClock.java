package io.throughline.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one clock of the business (UTC): deadlines, schedules, event times and the simulators go by
 * it. In production it is the wall clock; a local run may let it go faster, so that a day passes in
 * seconds. Signatures, tokens and recorded-at times stay on the wall clock.
 */
public final class BusinessClock extends Clock {
  private final Clock wall;
  private final Instant wallOrigin;
  private final Instant businessOrigin;
  private final double rate;

  /**
   * @param wall the real time
   * @param wallOrigin a moment of real time
   * @param businessOrigin the business time at that moment
   * @param rate business seconds in one real second, above zero
   */
  public BusinessClock(Clock wall, Instant wallOrigin, Instant businessOrigin, double rate) {
    if (!(rate > 0)) {
      throw new IllegalArgumentException("The clock's rate must be above zero, not " + rate + ".");
    }
    this.wall = wall;
    this.wallOrigin = wallOrigin;
    this.businessOrigin = businessOrigin;
    this.rate = rate;
  }

  /** Business time is real time. */
  public static BusinessClock realTime() {
    var wall = Clock.systemUTC();
    return new BusinessClock(wall, Instant.EPOCH, Instant.EPOCH, 1);
  }

  @Override
  public Instant instant() {
    return businessOrigin.plus(scaled(Duration.between(wallOrigin, wall.instant()), rate));
  }

  /** The real time at which it will be {@code business}. */
  public Instant wallTimeOf(Instant business) {
    return wallOrigin.plus(scaled(Duration.between(businessOrigin, business), 1 / rate));
  }

  public double rate() {
    return rate;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /**
   * @throws UnsupportedOperationException always: the business's time is UTC
   */
  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The business clock goes by UTC.");
  }

  private static Duration scaled(Duration duration, double factor) {
    if (factor == 1) {
      return duration;
    }
    var seconds = duration.toSeconds() * factor + duration.toNanosPart() * factor / 1e9;
    var whole = (long) Math.floor(seconds);
    return Duration.ofSeconds(whole, (long) ((seconds - whole) * 1e9));
  }
}
