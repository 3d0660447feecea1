package io.throughline.local.demo;

import io.throughline.kernel.OrderId;
import java.math.BigDecimal;

/**
 * One order as the query side lists it. Money is net of tax.
 *
 * @param state as the query side calls it
 * @param isParked something of it waits for a person
 * @param isSettled nothing more happens to it until another day of a subscription comes
 */
public record OrderSummary(
    OrderId id,
    String state,
    boolean isParked,
    boolean isSettled,
    BigDecimal ordered,
    BigDecimal invoiced,
    BigDecimal paid,
    BigDecimal cancelled,
    Recurring recurring) {

  /** Shown for the state of whatever waits for a person. */
  static final String PARKED = "PARKED";

  /**
   * What was invoiced, credited and paid of what it subscribes to, net of tax.
   *
   * @param lines how many of its lines are subscribed to
   */
  public record Recurring(int lines, BigDecimal invoiced, BigDecimal credited, BigDecimal paid) {
    public static final Recurring NONE =
        new Recurring(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /** Nothing more will happen to it by itself. */
  public boolean isFinished() {
    return isParked || isSettled;
  }

  /** Its state, or that it is parked: what a person wants to know first. */
  public String shownState() {
    return isParked ? PARKED : state;
  }
}
