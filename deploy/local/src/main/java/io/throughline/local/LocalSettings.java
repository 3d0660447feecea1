package io.throughline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a local run is to be.
 *
 * @param data where it keeps what must last
 * @param fresh whether to delete what earlier runs kept there
 * @param clockRate business seconds in one second
 * @param seed decides the simulators' chances
 * @param faults the share of the simulators' calls that go wrong, from 0 to 1
 * @param outside the simulated systems, where they run elsewhere; else the run has its own
 */
public record LocalSettings(
    Path data,
    boolean fresh,
    double clockRate,
    long seed,
    double faults,
    Ports ports,
    Optional<Outside> outside) {

  /** A run with simulated systems of its own. */
  public LocalSettings(
      Path data, boolean fresh, double clockRate, long seed, double faults, Ports ports) {
    this(data, fresh, clockRate, seed, faults, ports, Optional.empty());
  }

  /** Of a simulated call (wall time). */
  public static final Duration LATENCY = Duration.ofMillis(5);

  /** Calls that the simulated ERP takes at a time: NetSuite's tier 1. */
  public static final int PERMITS = 15;

  /** From back-order to restock (business time). */
  public static final Duration RESTOCK_LEAD = Duration.ofDays(3);

  /** From invoice to payment (business time). */
  public static final Duration PAYMENT_DELAY = Duration.ofDays(5);

  /** The warehouse that the second logistics provider ships from. */
  static final String SHIPHERO = "WEST";
}
