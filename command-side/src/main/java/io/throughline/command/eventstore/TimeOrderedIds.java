package io.throughline.command.eventstore;

import java.security.SecureRandom;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of events: UUIDs of version 7 (RFC 9562), which begin with the time, so that the index on
 * them grows at its end instead of everywhere.
 */
public final class TimeOrderedIds extends IdentifierFactory {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  /** For Java's service loader, which makes it known to Axon. */
  public TimeOrderedIds() {}

  @Override
  public String generateIdentifier() {
    return next().toString();
  }

  static UUID next() {
    var high = System.currentTimeMillis() << 16 | VERSION | RANDOM.nextInt(1 << 12);
    return new UUID(high, VARIANT | RANDOM.nextLong() >>> 2);
  }
}
