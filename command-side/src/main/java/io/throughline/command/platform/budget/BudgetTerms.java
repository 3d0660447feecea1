package io.throughline.command.platform.budget;

import java.time.Duration;

/**
 * What an account takes, as configured.
 *
 * @param account its name in configuration
 * @param permits calls under way at a time, over all nodes
 * @param callTimeout after which a call is given up; an interactive one waits as long for a permit
 */
public record BudgetTerms(String account, int permits, CallRate rate, Duration callTimeout) {
  /** A task that gets no permit by then leaves its thread to others. */
  private static final Duration SHORT = Duration.ofMillis(200);

  /** What a lease lasts longer than a call: so long a node may be cut off from the database. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  public BudgetTerms {
    if (permits < 1) {
      throw new IllegalArgumentException(
          "The account " + account + " needs at least one permit, not " + permits + ".");
    }
  }

  Duration patience(Lane lane) {
    return switch (lane) {
      case INTERACTIVE -> callTimeout;
      case WORKFLOW, BACKFILL -> SHORT;
    };
  }

  /**
   * A call begins only while its lease outlasts it, so what a dead node began has ended by then.
   */
  Duration lease() {
    return callTimeout.plus(MARGIN);
  }
}
