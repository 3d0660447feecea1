package io.throughline.kernel.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProrationTest {
  private static final BilledPeriod APRIL =
      new BillingCalendar(LocalDate.parse("2027-04-01"), BillingPeriod.MONTH, 1).period(1);

  private static LocalDate april(int day) {
    return LocalDate.of(2027, 4, day);
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  @Test
  void theDayOfAnUpgradeIsTheFirstThatCostsMore() {
    var before = PeriodWorth.of(APRIL, euros("30.00"));
    var after = before.changed(april(21), euros("60.00"));
    assertThat(after.since(before)).isEqualTo(euros("10.00"));
  }

  @Test
  void theDayOfACancellationIsTheFirstThatIsCredited() {
    var before = PeriodWorth.of(APRIL, euros("30.00"));
    var after = before.changed(april(30), euros("0.00"));
    assertThat(after.since(before)).isEqualTo(euros("-1.00"));
    assertThat(before.changed(april(1), euros("0.00")).since(before)).isEqualTo(euros("-30.00"));
  }

  @Test
  void aChangeBackOnTheSameDayCostsNothing() {
    var before = PeriodWorth.of(APRIL, euros("99.99"));
    var after = before.changed(april(11), euros("12.34")).changed(april(11), euros("99.99"));
    assertThat(after.since(before)).isEqualTo(euros("0.00"));
  }

  @Test
  void februaryHasItsDaysLeapYearOrNot() {
    assertThat(tenDaysOfFebruary(2027)).isEqualTo(euros("10.36"));
    assertThat(tenDaysOfFebruary(2028)).isEqualTo(euros("10.00"));
  }

  private static Money tenDaysOfFebruary(int year) {
    var start = LocalDate.of(year, 2, 1);
    var period = new BillingCalendar(start, BillingPeriod.MONTH, 1).period(1);
    return Proration.of(euros("29.00"), period, start, start.plusDays(10));
  }

  @Test
  void daysOutsideThePeriodAreRefused() {
    var price = euros("1.00");
    assertThatThrownBy(() -> Proration.of(price, APRIL, april(1).minusDays(1), april(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2027-03-31");
    assertThatThrownBy(() -> Proration.of(price, APRIL, april(3), april(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PeriodWorth.of(APRIL, price).changed(APRIL.until(), price))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2027-05-01");
  }

  @Test
  void howeverAPeriodIsCutItsPartsAddUpToItsPrice() {
    for (var seed = 0; seed < 2000; seed++) {
      var random = new Random(seed);
      var period = anyPeriod(random);
      var price = anyPrice(random);
      var sum = Money.zero(price.currency());
      var day = period.from();
      while (day.isBefore(period.until())) {
        var next = day.plusDays(1 + random.nextLong(period.days()));
        var until = next.isAfter(period.until()) ? period.until() : next;
        sum = sum.plus(Proration.of(price, period, day, until));
        day = until;
      }
      assertThat(sum).as("seed %s", seed).isEqualTo(price);
    }
  }

  /** Reckoned a second time day by day in exact fractions, without the code under test. */
  @Test
  void whatWasBilledLessWhatWasCreditedIsTheExactWorthWithinOneUnitAChange() {
    for (var seed = 0; seed < 2000; seed++) {
      var random = new Random(seed);
      var period = anyPeriod(random);
      var days = (int) period.days();
      var currency = Currency.getInstance(random.nextBoolean() ? "EUR" : "JPY");
      var first = anyPrice(random, currency);
      var worth = PeriodWorth.of(period, first);
      var daily = new Money[days];
      Arrays.fill(daily, first);
      var billed = worth.total();
      var credited = Money.zero(currency);
      var changes = random.nextInt(8);
      for (var change = 0; change < changes; change++) {
        var day = random.nextInt(days);
        var price = random.nextInt(4) == 0 ? Money.zero(currency) : anyPrice(random, currency);
        var after = worth.changed(period.from().plusDays(day), price);
        var owed = after.since(worth);
        if (owed.amount().signum() >= 0) {
          billed = billed.plus(owed);
        } else {
          credited = credited.minus(owed);
        }
        Arrays.fill(daily, day, days, price);
        worth = after;
      }
      var exact = BigDecimal.ZERO;
      for (var price : daily) {
        exact = exact.add(price.amount());
      }
      exact = exact.divide(BigDecimal.valueOf(days), MathContext.DECIMAL128);
      var left = billed.minus(credited);
      var unit = BigDecimal.ONE.movePointLeft(currency.getDefaultFractionDigits());
      assertThat(left).as("seed %s", seed).isEqualTo(worth.total());
      assertThat(left.amount().subtract(exact).abs())
          .as("seed %s", seed)
          .isLessThanOrEqualTo(unit.multiply(BigDecimal.valueOf(worth.rates().size())));
    }
  }

  private static BilledPeriod anyPeriod(Random random) {
    var start = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(1500));
    var every = BillingPeriod.values()[random.nextInt(BillingPeriod.values().length)];
    return new BillingCalendar(start, every, 12).period(1 + random.nextInt(12));
  }

  private static Money anyPrice(Random random) {
    return anyPrice(random, Currency.getInstance("EUR"));
  }

  private static Money anyPrice(Random random, Currency currency) {
    return new Money(BigDecimal.valueOf(1 + random.nextInt(10_000_000), 2), currency);
  }
}
