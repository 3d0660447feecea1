package io.throughline.command.logistics;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * ShipHero's times: {@code 2022-12-26 15:29:26} or {@code 2022-12-26T15:29:26}, without a zone.
 * They are taken for UTC, which the vendor does not document.
 */
final class ShipHeroTime {
  private ShipHeroTime() {}

  /**
   * @throws IllegalArgumentException if it is no such time
   */
  static Instant parse(String text) {
    try {
      return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no time as ShipHero writes it.", e);
    }
  }
}
