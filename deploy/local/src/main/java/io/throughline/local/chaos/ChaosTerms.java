package io.throughline.local.chaos;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How bad it is to be.
 *
 * @param orders so many
 * @param faults the share of simulated calls that go wrong, from 0 to 0.9
 * @param seed decides the orders, the faults and the moments of the kills
 * @param latency of a simulated call (wall time)
 * @param permits ERP calls that the simulated account takes at a time
 * @param kills so often the run is killed and started again
 * @param clockRate business seconds in one second
 * @param data where everything is kept; what earlier runs left there is deleted
 */
public record ChaosTerms(
    int orders,
    double faults,
    long seed,
    Duration latency,
    int permits,
    int kills,
    double clockRate,
    Path data) {}
