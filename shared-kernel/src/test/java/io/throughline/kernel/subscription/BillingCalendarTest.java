package io.throughline.kernel.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.SubscriptionTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BillingCalendarTest {

  private static List<String> firstDays(String start, BillingPeriod every, int periods) {
    return new BillingCalendar(LocalDate.parse(start), every, periods)
        .term(1).stream().map(period -> period.from().toString()).toList();
  }

  @Test
  void whatBeganOnTheLastOfJanuaryComesBackToTheLastAfterShortMonths() {
    assertThat(firstDays("2027-01-31", BillingPeriod.MONTH, 5))
        .containsExactly("2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31");
  }

  @Test
  void aLeapYearHasItsTwentyNinthOfFebruary() {
    assertThat(firstDays("2028-01-31", BillingPeriod.MONTH, 3))
        .containsExactly("2028-01-31", "2028-02-29", "2028-03-31");
    assertThat(firstDays("2028-02-29", BillingPeriod.YEAR, 5))
        .containsExactly("2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29");
  }

  @ParameterizedTest
  @EnumSource
  void periodsTileTheTermsWithoutGapOrOverlap(BillingPeriod every) {
    for (var offset = 0; offset < 1500; offset++) {
      var start = LocalDate.of(2027, 1, 1).plusDays(offset);
      var calendar = new BillingCalendar(start, every, 7);
      var next = start;
      var number = 1;
      for (var term = 1; term <= 3; term++) {
        for (var period : calendar.term(term)) {
          assertThat(period.from()).isEqualTo(next);
          assertThat(period.days()).isPositive();
          assertThat(period.number()).isEqualTo(number++);
          next = period.until();
        }
        assertThat(calendar.endOfTerm(term)).isEqualTo(next);
      }
    }
  }

  @Test
  void aClockThatJumpsBillsEachMissedPeriodOldestFirst() {
    var calendar = new BillingCalendar(LocalDate.parse("2027-01-31"), BillingPeriod.MONTH, 12);
    assertThat(calendar.due(LocalDate.parse("2027-01-30"), 0, 1)).isEmpty();
    assertThat(calendar.due(LocalDate.parse("2027-01-31"), 0, 1))
        .containsExactly(calendar.period(1));
    assertThat(calendar.due(LocalDate.parse("2027-04-29"), 1, 1))
        .containsExactly(calendar.period(2), calendar.period(3));
    assertThat(calendar.due(LocalDate.parse("2040-01-01"), 11, 1))
        .containsExactly(calendar.period(12));
    assertThat(calendar.due(LocalDate.parse("2040-01-01"), 12, 1)).isEmpty();
  }

  @Test
  void everyPeriodIsDueOnceHoweverOftenAndLateOneWakesUp() {
    for (var seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var calendar =
          new BillingCalendar(
              LocalDate.of(2027, 1, 1).plusDays(random.nextInt(800)), BillingPeriod.MONTH, 12);
      var billed = new ArrayList<Integer>();
      var today = calendar.startsOn().minusDays(10);
      while (!today.isAfter(calendar.endOfTerm(2))) {
        var last = billed.isEmpty() ? 0 : billed.getLast();
        calendar.due(today, last, 2).forEach(period -> billed.add(period.number()));
        today = today.plusDays(random.nextInt(3) == 0 ? 0 : random.nextInt(90));
      }
      var last = billed.isEmpty() ? 0 : billed.getLast();
      calendar.due(calendar.endOfTerm(2), last, 2).forEach(period -> billed.add(period.number()));
      assertThat(billed)
          .as("seed %s", seed)
          .isEqualTo(IntStream.rangeClosed(1, 24).boxed().toList());
    }
  }

  @Test
  void itStartsWhenTheErpTakesTheOrderUnlessTheTermsNameADay() {
    var accepted = LocalDate.parse("2027-03-04");
    var named = LocalDate.parse("2027-04-01");
    var open = new SubscriptionTerms(BillingPeriod.QUARTER, 4, null, true);
    var fixed = new SubscriptionTerms(BillingPeriod.QUARTER, 4, named, true);
    assertThat(BillingCalendar.of(open, accepted).startsOn()).isEqualTo(accepted);
    assertThat(BillingCalendar.of(fixed, accepted).startsOn()).isEqualTo(named);
  }

  @Test
  void aTermWithoutPeriodsIsRefused() {
    assertThatThrownBy(() -> new BillingCalendar(LocalDate.EPOCH, BillingPeriod.MONTH, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one period");
  }
}
