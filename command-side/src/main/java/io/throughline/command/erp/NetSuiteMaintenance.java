package io.throughline.command.erp;

import io.throughline.command.platform.http.MaintenanceNotice;
import io.throughline.command.platform.http.Outcome.Replied;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How NetSuite says that an account is being maintained: 503, with or without {@code Retry-After},
 * and words. NetSuite's pages state the status and not the words, so any that speak of maintenance
 * are taken.
 */
final class NetSuiteMaintenance {
  /** Maintenance lasts longer, and asking costs one call (wall time). */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  static final MaintenanceNotice NOTICE =
      MaintenanceNotice.USUAL.or(
          outcome ->
              outcome instanceof Replied reply && isSpokenOf(reply.status(), reply.body())
                  ? Optional.of(LOOK_AGAIN)
                  : Optional.empty());

  private NetSuiteMaintenance() {}

  static boolean isSpokenOf(int status, String body) {
    return status == 503 && body.toLowerCase(Locale.ROOT).contains("maintenance");
  }
}
