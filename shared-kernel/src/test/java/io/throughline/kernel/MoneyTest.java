package io.throughline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void amountsAreRoundedHalfUpToTheCurrencysDecimals() {
    assertThat(Money.of("1.005", "USD")).isEqualTo(Money.of("1.01", "USD"));
    assertThat(Money.of("-1.005", "USD")).isEqualTo(Money.of("-1.01", "USD"));
    assertThat(Money.of("1.5", "JPY")).isEqualTo(Money.of("2", "JPY"));
    assertThat(Money.of("1.0005", "KWD").toString()).isEqualTo("1.001 KWD");
  }

  @Test
  void currenciesAreNotMixed() {
    assertThatThrownBy(() -> Money.of("1", "USD").plus(Money.of("1", "EUR")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("USD")
        .hasMessageContaining("EUR");
  }

  @Test
  void howeverALineIsSplitItsPartsAddUp() {
    var random = new Random(7);
    for (var i = 0; i < 10_000; i++) {
      var line =
          OrderLine.of(
                  new LineId("1"),
                  new ProductId("P"),
                  1 + random.nextInt(200),
                  new Money(
                      BigDecimal.valueOf(random.nextInt(100_000), 2), Currency.getInstance("USD")),
                  BigDecimal.valueOf(random.nextInt(1000), 3))
              .withPartnerDiscount(BigDecimal.valueOf(random.nextInt(1000), 3));
      var sum = Money.zero(line.unitPrice().currency());
      for (var units = 0; units < line.quantity(); ) {
        var next = Math.min(line.quantity(), units + 1 + random.nextInt(30));
        sum = sum.plus(line.net(next).minus(line.net(units)));
        units = next;
      }
      assertThat(sum).isEqualTo(line.net());
    }
  }

  @Test
  void thePartnersDiscountIsTakenOffWhatTheCustomersLeaves() {
    var line =
        OrderLine.of(
                new LineId("1"),
                new ProductId("P"),
                7,
                Money.of("3.33", "USD"),
                new BigDecimal("0.10"))
            .withPartnerDiscount(new BigDecimal("0.20"));

    assertThat(line.net()).isEqualTo(Money.of("16.78", "USD")); // 23.31 x 0.9 x 0.8 = 16.7832
  }

  @Test
  void idsAreCapitalsAndSayWhatTheyCannotBe() {
    assertThat(new OrderId(" so-1 ")).isEqualTo(new OrderId("SO-1"));
    assertThatThrownBy(() -> new OrderId("a b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'a b'");
    assertThatThrownBy(() -> new CustomerId("x".repeat(41))).hasMessageContaining("1 to 40");
  }
}
