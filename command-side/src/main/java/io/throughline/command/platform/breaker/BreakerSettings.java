package io.throughline.command.platform.breaker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.breakers}. Failures are lost answers and 5xx; refusals and 429s are answers.
 *
 * @param window so many of the last calls count
 * @param atLeast fewer calls tell nothing
 * @param failures in per cent of the window, from which on the system is left alone
 * @param probeAfter the first probe comes so long after that, the next ones later and later
 * @param probeAtLeastEvery the longest pause between two probes
 * @param probes so many calls have to get through
 */
@ConfigurationProperties("throughline.breakers")
public record BreakerSettings(
    @DefaultValue("30") int window,
    @DefaultValue("12") int atLeast,
    @DefaultValue("60") int failures,
    @DefaultValue("500ms") Duration probeAfter,
    @DefaultValue("2s") Duration probeAtLeastEvery,
    @DefaultValue("3") int probes) {

  public static BreakerSettings usual() {
    return new BreakerSettings(30, 12, 60, Duration.ofMillis(500), Duration.ofSeconds(2), 3);
  }
}
