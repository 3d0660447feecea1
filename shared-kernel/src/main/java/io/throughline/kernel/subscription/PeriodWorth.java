package io.throughline.kernel.subscription;

import io.throughline.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a period costs, whatever changed within it. A cancellation is a change to a price of zero.
 *
 * @param rates the prices for a whole period and the days they hold from, in the days' order; the
 *     first from the period's first day
 */
public record PeriodWorth(BilledPeriod period, List<Rate> rates) {

  /**
   * @param from the first day it holds
   * @param price for a whole period, without tax
   */
  public record Rate(LocalDate from, Money price) {}

  public PeriodWorth {
    rates = List.copyOf(rates);
  }

  /** As invoiced in advance: one price for all its days. */
  public static PeriodWorth of(BilledPeriod period, Money price) {
    return new PeriodWorth(period, List.of(new Rate(period.from(), price)));
  }

  /**
   * From this day on another price holds, instead of whatever was agreed on for the days from then.
   *
   * @throws IllegalArgumentException if the day is not in the period
   */
  public PeriodWorth changed(LocalDate from, Money price) {
    if (!period.contains(from)) {
      throw new IllegalArgumentException(
          "%s is not in the period from %s until %s."
              .formatted(from, period.from(), period.until()));
    }
    var before = rates.stream().filter(rate -> rate.from().isBefore(from));
    return new PeriodWorth(
        period, Stream.concat(before, Stream.of(new Rate(from, price))).toList());
  }

  /** Without tax, to the cent. */
  public Money total() {
    var total = Money.zero(rates.getFirst().price().currency());
    for (var i = 0; i < rates.size(); i++) {
      var rate = rates.get(i);
      var until = i + 1 < rates.size() ? rates.get(i + 1).from() : period.until();
      total = total.plus(Proration.of(rate.price(), period, rate.from(), until));
    }
    return total;
  }

  /**
   * What is to be invoiced besides, when {@code before} has been; below zero: to be credited. Such
   * amounts add up: after any changes, all that was invoiced less all that was credited is {@link
   * #total()}.
   */
  public Money since(PeriodWorth before) {
    return total().minus(before.total());
  }
}
