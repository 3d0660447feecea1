package io.throughline.query.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * At which time something is wanted as it was. An event counts if the log had it by {@code
 * recorded} and it had happened by {@code effective}.
 *
 * @param recorded wall time (UTC); null: whenever the log took it
 * @param effective business time (UTC); null: whenever it happened
 */
public record AsOf(@Nullable Instant recorded, @Nullable Instant effective) {
  public static final AsOf NOW = new AsOf(null, null);

  public boolean counts(Instant recordedAt, Instant occurredAt) {
    return (recorded == null || !recordedAt.isAfter(recorded))
        && (effective == null || !occurredAt.isAfter(effective));
  }
}
