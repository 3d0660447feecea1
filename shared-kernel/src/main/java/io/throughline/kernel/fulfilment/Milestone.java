package io.throughline.kernel.fulfilment;

import java.util.Locale;

/** What the order's own history wants to know of its fulfilment. */
public enum Milestone {
  ACCEPTED,
  SHIPPED,
  COMPLETED,
  CANCELLED,
  PARTLY_CANCELLED,
  CANCELLATION_REFUSED;

  /** As in step ids and metrics: {@code cancellation-refused}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
