package io.throughline.command.platform.maintenance;

import io.throughline.command.platform.maintenance.Window.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.maintenance}.
 *
 * @param windows that are known beforehand
 */
@ConfigurationProperties("throughline.maintenance")
public record MaintenanceSettings(@DefaultValue List<Planned> windows) {

  /**
   * @param account the ERP account or logistics provider, by its name in configuration
   * @param from in business time (UTC): {@code 2026-12-05T22:00:00Z}
   * @param until in business time (UTC)
   * @param every the same again and again: {@code 7d}; not shorter than the window
   */
  public record Planned(String account, Instant from, Instant until, @Nullable Duration every) {
    public Planned {
      if (!until.isAfter(from)) {
        throw new IllegalArgumentException(
            "throughline.maintenance.windows: until (" + until + ") must come after " + from + ".");
      }
      if (every != null && every.compareTo(Duration.between(from, until)) < 0) {
        throw new IllegalArgumentException(
            "throughline.maintenance.windows: every ("
                + every
                + ") must not be shorter than the window from "
                + from
                + " until "
                + until
                + ".");
      }
    }

    /** The one that is open, or the last one before, and the one after it. */
    Stream<Window> around(Instant now) {
      var period = every;
      if (period == null || now.isBefore(from)) {
        return Stream.of(shifted(Duration.ZERO));
      }
      var passed = Duration.between(from, now).dividedBy(period);
      return LongStream.of(passed, passed + 1).mapToObj(it -> shifted(period.multipliedBy(it)));
    }

    private Window shifted(Duration by) {
      return new Window(account, from.plus(by), until.plus(by), Source.CONFIGURED);
    }
  }
}
