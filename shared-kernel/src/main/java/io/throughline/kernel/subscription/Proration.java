package io.throughline.kernel.subscription;

import io.throughline.kernel.Money;
import java.time.LocalDate;

/**
 * What some days of a period cost.
 *
 * <p>The period's days are counted by the calendar, the first included, the last excluded. The
 * first {@code d} of {@code n} days cost {@code price * d / n}, rounded half-up once; days in the
 * middle cost the difference of two such amounts. So however a period is cut, its parts add up to
 * its price to the cent, and no part is off the exact fraction by more than one smallest unit.
 */
public final class Proration {
  private Proration() {}

  /**
   * @param price for the whole period
   * @param from the first day that counts
   * @param until the first day that no longer counts
   * @throws IllegalArgumentException if these are not days of the period, in this order
   */
  public static Money of(Money price, BilledPeriod period, LocalDate from, LocalDate until) {
    if (from.isBefore(period.from()) || until.isBefore(from) || until.isAfter(period.until())) {
      throw new IllegalArgumentException(
          "The days from %s until %s are not all in the period from %s until %s."
              .formatted(from, until, period.from(), period.until()));
    }
    return upTo(until, price, period).minus(upTo(from, price, period));
  }

  private static Money upTo(LocalDate day, Money price, BilledPeriod period) {
    return price.fraction(period.daysBefore(day), period.days());
  }
}
