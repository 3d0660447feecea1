package io.throughline.local.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * What a demo writes with {@code --report}. Money is net of tax. Counts of effects come from the
 * simulators' books: what really happened there, not what we believe.
 *
 * @param seconds wall time from the first request to the end of the last order
 */
public record DemoReport(
    Parameters parameters,
    Inputs input,
    Orders orders,
    Exceptions exceptions,
    Amounts money,
    Subscriptions subscriptions,
    Effects effects,
    Salesforce salesforce,
    Events events,
    Latencies latencyMs,
    double seconds) {

  /**
   * @param seed of the demo's own orders and of the simulators' chances
   * @param faults share of the simulators' calls that go wrong
   * @param clockRate business seconds in one second
   * @param latencyMs a simulated call's duration (wall time)
   * @param permits calls that the simulated ERP takes at a time
   */
  public record Parameters(
      long seed, double faults, double clockRate, long latencyMs, int permits) {}

  public record Inputs(int customers, int products, int orders, int lines, int rejectedRows) {}

  public record Orders(int submitted, SortedMap<String, Integer> byState) {}

  /**
   * @param orders ids of the parked orders, sorted
   */
  public record Exceptions(int open, SortedMap<String, Integer> byCause, List<String> orders) {}

  /** Of the goods. */
  public record Amounts(
      String currency,
      BigDecimal ordered,
      BigDecimal invoiced,
      BigDecimal paid,
      BigDecimal cancelled) {}

  /**
   * What was subscribed to beside the goods.
   *
   * @param lines of orders that the ERP took
   * @param invoices recurring ones in the ERP's books
   */
  public record Subscriptions(
      int lines, int invoices, BigDecimal invoiced, BigDecimal credited, BigDecimal paid) {}

  /**
   * @param duplicates effects that one of our ids had twice; anything but 0 is a defect
   */
  public record Effects(int erpSalesOrders, int shipments, int invoices, int duplicates) {}

  /**
   * What the simulated org holds of these orders.
   *
   * @param intents handed over in the org
   * @param takenOnce of those, taken, and submitted to us exactly once
   * @param refused of those, refused with a reason
   * @param orders that the org shows
   * @param inLastState of those, in the state that the views have
   */
  public record Salesforce(int intents, int takenOnce, int refused, int orders, int inLastState) {}

  /**
   * @param stored in the event store
   * @param published distinct events on the topic
   * @param projected up to where the slowest slice has folded
   */
  public record Events(long stored, long published, long projected) {}

  public record Latencies(Percentiles submitToAccepted, Percentiles eventToView) {}
}
