package io.throughline.command.architecture.violating.order;

import java.time.Instant;
import java.util.UUID;

public final class ReadsTheClock {
  public String decide() {
    return UUID.randomUUID() + " at " + Instant.now();
  }
}
