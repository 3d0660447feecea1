package io.throughline.kernel.subscription;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What one recurring invoice is for.
 *
 * @param number counted from 1 over all terms: with order and line it names the invoice
 * @param from the first day, in the seller's calendar
 * @param until the first day no longer in it, which is the next period's first
 */
public record BilledPeriod(int number, LocalDate from, LocalDate until) {

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  /** Calendar days: 28 to 31 for a month, 365 or 366 for a year. */
  public long days() {
    return daysBefore(until);
  }

  /** How many of its days are over when {@code day} begins. */
  long daysBefore(LocalDate day) {
    return ChronoUnit.DAYS.between(from, day);
  }
}
