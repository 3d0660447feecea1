package io.throughline.local.input;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an expression comes to. A text that reads as a number counts as one wherever a number is
 * wanted.
 */
sealed interface Value {

  record Text(String text) implements Value {
    @Override
    public String toString() {
      return text;
    }
  }

  record Number(BigDecimal number) implements Value {
    @Override
    public String toString() {
      return number.toPlainString();
    }
  }

  record Truth(boolean isTrue) implements Value {
    @Override
    public String toString() {
      return Boolean.toString(isTrue);
    }
  }

  default Optional<BigDecimal> asNumber() {
    return switch (this) {
      case Number(var number) -> Optional.of(number);
      case Text(var text) -> parse(text);
      case Truth _ -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> parse(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
