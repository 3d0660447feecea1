package io.throughline.query.architecture.violating.orderlist;

import java.time.Instant;

public final class FoldsTheTime {
  public String evolve() {
    return "seen at " + Instant.now();
  }
}
