package io.throughline.kernel.subscription;

import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.SubscriptionTerms;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A subscription's periods. Each is reckoned from the first day of all and not from the period
 * before, so that what began on 31 January begins again on 28 February and on 31 March: a short
 * month moves no later one.
 *
 * @param startsOn the first period's first day, in the seller's calendar
 * @param periodsInTerm how many periods make one term; above zero
 */
public record BillingCalendar(LocalDate startsOn, BillingPeriod every, int periodsInTerm) {

  /**
   * @throws IllegalArgumentException if a term has no period
   */
  public BillingCalendar {
    if (periodsInTerm < 1) {
      throw new IllegalArgumentException(
          "A term has at least one period, not " + periodsInTerm + ".");
    }
  }

  /**
   * @param acceptedOn the day the ERP took the order, in the seller's calendar: the start where the
   *     terms name none
   */
  public static BillingCalendar of(SubscriptionTerms terms, LocalDate acceptedOn) {
    var named = terms.startsOn();
    return new BillingCalendar(
        named == null ? acceptedOn : named, terms.billingPeriod(), terms.periods());
  }

  /**
   * @param number from 1
   */
  public BilledPeriod period(int number) {
    return new BilledPeriod(number, firstDayOf(number), firstDayOf(number + 1));
  }

  /**
   * @param day not before the first period
   */
  public BilledPeriod periodOn(LocalDate day) {
    var number = (int) (ChronoUnit.MONTHS.between(startsOn, day) / months()) + 1;
    // the end of a short month counts as a whole one, which ChronoUnit does not see
    while (!firstDayOf(number + 1).isAfter(day)) {
      number++;
    }
    return period(number);
  }

  /** The periods of one term, the oldest first. */
  public List<BilledPeriod> term(int number) {
    var last = number * periodsInTerm;
    return IntStream.rangeClosed(last - periodsInTerm + 1, last).mapToObj(this::period).toList();
  }

  /** The first day that is no longer in the term: it ends, or the next one begins. */
  public LocalDate endOfTerm(int number) {
    return firstDayOf(number * periodsInTerm + 1);
  }

  /**
   * The periods to be invoiced when {@code today} has come: all that have begun, in advance for
   * their days, the oldest first. However late one wakes up and however often, a period is due
   * until it has been invoiced and never again.
   *
   * @param invoiced the number of the last invoiced period; 0 for none
   * @param terms how many terms have been agreed on by now
   */
  public List<BilledPeriod> due(LocalDate today, int invoiced, int terms) {
    return IntStream.rangeClosed(invoiced + 1, terms * periodsInTerm)
        .mapToObj(this::period)
        .takeWhile(period -> !period.from().isAfter(today))
        .toList();
  }

  private LocalDate firstDayOf(int number) {
    return startsOn.plusMonths((number - 1L) * months());
  }

  private int months() {
    return monthsOf(every);
  }

  /** How many months a period has. */
  public static int monthsOf(BillingPeriod every) {
    return switch (every) {
      case MONTH -> 1;
      case QUARTER -> 3;
      case YEAR -> 12;
    };
  }
}
