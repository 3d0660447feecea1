package io.throughline.local.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one field comes out of a row. In this order: {@code when} lets the value through or not; what
 * is empty then takes the default; {@code map} replaces it; then upper case, rounding (half-up) or
 * the date's format.
 *
 * @param map old value to new; a value that is not in it takes the default, or does not fit
 * @param round decimals
 * @param date the file's format; the field gets ISO 8601
 * @param line of the mapping
 */
record FieldRule(
    Expression value,
    @Nullable Expression when,
    @Nullable String otherwise,
    Map<String, String> map,
    boolean upper,
    @Nullable Integer round,
    @Nullable DateTimeFormatter date,
    int line) {

  /**
   * @return the field's text; empty if it has none
   * @throws RowRefused if the row's value does not fit the rule
   */
  String of(Row row) {
    var text = when == null || Expression.isTrue(when, row) ? value.of(row).toString().strip() : "";
    if (text.isEmpty()) {
      return otherwise == null ? "" : otherwise;
    }
    if (!map.isEmpty()) {
      text = mapped(text);
    }
    if (upper) {
      text = text.toUpperCase(Locale.ROOT);
    }
    if (round != null) {
      text = rounded(text, round);
    }
    return date == null ? text : isoDate(text, date);
  }

  private String mapped(String text) {
    var replacement = map.getOrDefault(text, otherwise);
    if (replacement == null) {
      throw new RowRefused(column(), "the mapping has nothing for '" + text + "'");
    }
    return replacement;
  }

  private String rounded(String text, int decimals) {
    try {
      return new BigDecimal(text).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    } catch (NumberFormatException _) {
      throw new RowRefused(column(), "'" + text + "' is no number");
    }
  }

  private String isoDate(String text, DateTimeFormatter format) {
    try {
      return LocalDate.parse(text, format).toString();
    } catch (DateTimeParseException _) {
      throw new RowRefused(column(), "'" + text + "' is no date in the format the mapping names");
    }
  }

  /** Whom to name when the value does not fit. */
  String column() {
    return String.join(", ", columns());
  }

  Set<String> columns() {
    var columns = new LinkedHashSet<>(value.columns());
    if (when != null) {
      columns.addAll(when.columns());
    }
    return columns;
  }
}
