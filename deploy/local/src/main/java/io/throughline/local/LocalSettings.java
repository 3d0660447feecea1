package io.throughline.local;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a local run is to be.
 *
 * @param data where it keeps what must last
 * @param fresh whether to delete what earlier runs kept there
 * @param clockRate business seconds in one second
 * @param seed decides the simulators' chances
 * @param faults the share of the simulators' calls that go wrong, from 0 to 1
 */
public record LocalSettings(
    Path data, boolean fresh, double clockRate, long seed, double faults, Ports ports) {
  /** Of a simulated call (wall time). */
  public static final Duration LATENCY = Duration.ofMillis(5);

  /** Calls that the simulated ERP takes at a time: NetSuite's tier 1. */
  public static final int PERMITS = 15;

  /** From back-order to restock (business time). */
  static final Duration RESTOCK_LEAD = Duration.ofDays(3);

  /** From invoice to payment (business time). */
  static final Duration PAYMENT_DELAY = Duration.ofDays(5);

  /** The warehouse that the second logistics provider ships from. */
  static final String SHIPHERO = "WEST";
}
