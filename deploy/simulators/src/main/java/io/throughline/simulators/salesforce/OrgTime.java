package io.throughline.simulators.salesforce;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Times as Salesforce writes them: {@code 2026-11-28T08:00:00.000+0000}. */
final class OrgTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

  private OrgTime() {}

  static String text(Instant moment) {
    return FORMAT.format(moment);
  }

  static Instant instant(String given) {
    return OffsetDateTime.parse(given.replaceFirst("\\+0000$", "Z")).toInstant();
  }

  /** A time in any of the forms that a query may have it in; whatever is none stays as it is. */
  static String text(String given) {
    try {
      return text(instant(given));
    } catch (DateTimeParseException _) {
      return given;
    }
  }
}
