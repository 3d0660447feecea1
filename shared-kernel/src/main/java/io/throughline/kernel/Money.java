package io.throughline.kernel;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in one currency (ISO 4217), always at that currency's number of decimals. Rounding is
 * half-up and happens here and nowhere else: once for each order line, so that sums of lines are
 * exact.
 *
 * @param amount may be negative; rounded half-up to the currency's decimals
 * @param currency ISO 4217
 */
public record Money(
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, Currency currency) {

  public Money {
    amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
  }

  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  /** The product, rounded half-up to the currency's decimals. */
  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor), currency);
  }

  /**
   * The exact fraction {@code part / whole} of it, rounded half-up once to the currency's decimals.
   *
   * @throws IllegalArgumentException if {@code whole} is not above zero
   */
  public Money fraction(long part, long whole) {
    if (whole <= 0) {
      throw new IllegalArgumentException("Cannot take a fraction of " + whole + " parts.");
    }
    return new Money(
        amount
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(whole), amount.scale(), RoundingMode.HALF_UP),
        currency);
  }

  @JsonIgnore
  public boolean isZero() {
    return amount.signum() == 0;
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  public boolean exceeds(Money other) {
    return amount.compareTo(sameCurrency(other).amount) > 0;
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "Cannot reckon " + currency + " with " + other.currency + ".");
    }
    return other;
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }
}
