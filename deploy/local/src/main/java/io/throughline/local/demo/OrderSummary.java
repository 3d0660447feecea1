package io.throughline.local.demo;

import io.throughline.kernel.OrderId;
import java.math.BigDecimal;
import java.util.Set;

/**
 * One order as the query side lists it. Money is net of tax.
 *
 * @param state as the query side calls it
 * @param isParked something of it waits for a person
 */
public record OrderSummary(
    OrderId id,
    String state,
    boolean isParked,
    BigDecimal ordered,
    BigDecimal invoiced,
    BigDecimal paid,
    BigDecimal cancelled) {
  private static final Set<String> SETTLED = Set.of("COMPLETED", "CANCELLED");

  /** Nothing more will happen to it by itself. */
  public boolean isFinished() {
    return isParked || SETTLED.contains(state);
  }

  /** Its state, or that it is parked: what a person wants to know first. */
  public String shownState() {
    return isParked ? "PARKED" : state;
  }
}
