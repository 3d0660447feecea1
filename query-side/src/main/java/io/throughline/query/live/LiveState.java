package io.throughline.query.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact is from, and how old it is.
 *
 * @param source the system and its account, {@code erp:netsuite}
 * @param asOf when the system said so (UTC)
 * @param lastKnownAt where it is not available: when it last was, as far as this node remembers
 */
record LiveState(
    Freshness freshness,
    @Nullable String source,
    @Nullable Instant asOf,
    @Nullable Instant lastKnownAt) {
  static final LiveState NOT_RECORDED = new LiveState(Freshness.NOT_RECORDED, null, null, null);
  static final LiveState UNKNOWN = new LiveState(Freshness.UNKNOWN, null, null, null);

  static LiveState unavailable(@Nullable Instant lastKnownAt) {
    return new LiveState(Freshness.UNAVAILABLE, null, null, lastKnownAt);
  }
}
