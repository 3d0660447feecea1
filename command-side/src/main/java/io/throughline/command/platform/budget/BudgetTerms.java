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
  /** Calls under way end and leave their permits: whoever gave up sooner would lose its turn. */
  private static final Duration UNTIL_CALLS_END = Duration.ofSeconds(2);

  /** While this node has none to deal out, a task leaves its thread to others. */
  private static final Duration SHORT = Duration.ofMillis(200);

  /** What a lease lasts longer than a call: so long a node may be cut off from the database. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  public BudgetTerms {
    if (permits < 1) {
      throw new IllegalArgumentException(
          "The account " + account + " needs at least one permit, not " + permits + ".");
    }
  }

  /**
   * For how long a call waits for a permit.
   *
   * @param areThereAny whether this node may call at all: what it waits for is then only its turn
   */
  Duration patience(Lane lane, boolean areThereAny) {
    return switch (lane) {
      case INTERACTIVE -> callTimeout;
      case WORKFLOW, BACKFILL -> areThereAny ? UNTIL_CALLS_END : SHORT;
    };
  }

  /**
   * A call begins only while its lease outlasts it, so what a dead node began has ended by then.
   */
  Duration lease() {
    return callTimeout.plus(MARGIN);
  }
}
