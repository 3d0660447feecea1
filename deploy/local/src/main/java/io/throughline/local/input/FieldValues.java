package io.throughline.local.input;

import io.throughline.kernel.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one row, each read as what it must be; what does not fit is refused under its
 * column's name.
 */
final class FieldValues {
  private final Section section;
  private final Row row;
  private final Map<String, String> texts = new HashMap<>();

  FieldValues(Section section, Row row) {
    this.section = section;
    this.row = row;
  }

  /**
   * Reckoned when asked for, so that a row's id is known before another of its fields is refused.
   */
  Optional<String> text(String field) {
    var rule = section.fields().get(field);
    return rule == null
        ? Optional.empty()
        : Optional.of(texts.computeIfAbsent(field, _ -> rule.of(row)))
            .filter(text -> !text.isEmpty());
  }

  @Nullable String textOrNull(String field) {
    return text(field).orElse(null);
  }

  String required(String field) {
    return text(field).orElseThrow(() -> refused(field, "it is empty"));
  }

  /** A value whose type checks itself: ids, currencies, enums. */
  <T> T as(String field, Function<String, T> type) {
    var text = required(field);
    try {
      return type.apply(text);
    } catch (IllegalArgumentException e) {
      throw refused(field, e.getMessage() == null ? "'" + text + "' does not fit" : e.getMessage());
    }
  }

  Currency currency(String field) {
    var text = required(field);
    try {
      return Currency.getInstance(text);
    } catch (IllegalArgumentException _) {
      throw refused(field, "'" + text + "' is no ISO 4217 currency");
    }
  }

  BigDecimal atLeastZero(String field) {
    var text = required(field);
    try {
      var number = new BigDecimal(text);
      if (number.signum() < 0) {
        throw refused(field, "'" + text + "' is below zero");
      }
      return number;
    } catch (NumberFormatException _) {
      throw refused(field, "'" + text + "' is no number");
    }
  }

  BigDecimal fraction(String field) {
    var number = text(field).isEmpty() ? BigDecimal.ZERO : atLeastZero(field);
    if (number.compareTo(BigDecimal.ONE) >= 0) {
      throw refused(field, "a discount must be a fraction below 1, not " + number.toPlainString());
    }
    return number;
  }

  int wholeAtLeast(int least, String field) {
    var text = required(field);
    try {
      var number = new BigDecimal(text).intValueExact(); // a spreadsheet may write 12.0
      if (number < least) {
        throw refused(field, "'" + text + "' is below " + least);
      }
      return number;
    } catch (ArithmeticException | NumberFormatException _) {
      throw refused(field, "'" + text + "' is no whole number");
    }
  }

  boolean flag(String field) {
    var text = text(field).orElse("false");
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw refused(field, "'" + text + "' is neither true nor false");
    };
  }

  LocalDate date(String field) {
    var text = required(field);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw refused(
          field,
          "'" + text + "' is no date like 2026-03-31; the rule's 'date:' names another format");
    }
  }

  @Nullable LocalDate dateOrNull(String field) {
    return text(field).isEmpty() ? null : date(field);
  }

  Address address(String prefix, Supplier<String> recipient) {
    return new Address(
        text(prefix + ".name").orElseGet(recipient),
        required(prefix + ".street"),
        required(prefix + ".city"),
        textOrNull(prefix + ".region"),
        textOrNull(prefix + ".postalCode"),
        required(prefix + ".country"));
  }

  RowRefused refused(String field, String reason) {
    var rule = section.fields().get(field);
    var column = rule == null || rule.column().isEmpty() ? field : rule.column();
    return new RowRefused(column, reason);
  }
}
