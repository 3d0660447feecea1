package io.throughline.command.order;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a caller is ready to wait: {@code Prefer: wait=5} (RFC 7240), in whole seconds, at most
 * 30. A preference that is not understood is not honoured, as that RFC wants it.
 */
record Patience(Duration duration) {
  private static final Pattern WAIT =
      Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,4})\"?", Pattern.CASE_INSENSITIVE);
  private static final long LIMIT = 30;

  static Patience of(@Nullable String prefer) {
    var wait = WAIT.matcher(prefer == null ? "" : prefer);
    return new Patience(
        Duration.ofSeconds(wait.find() ? Math.min(Long.parseLong(wait.group(1)), LIMIT) : 0));
  }

  boolean isGiven() {
    return duration.isPositive();
  }
}
