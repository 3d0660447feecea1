package io.throughline.command.platform.budget;

import java.util.Locale;

/** On whose behalf a call is made; the most urgent first. */
public enum Lane {
  /** A person or a program waits for the answer. */
  INTERACTIVE(16, 1.0),
  /** An order's way. */
  WORKFLOW(4, 0.9),
  /** Whatever has all night. */
  BACKFILL(1, 0.75);

  private final int weight;
  private final double ceiling;

  Lane(int weight, double ceiling) {
    this.weight = weight;
    this.ceiling = ceiling;
  }

  /** How many calls it gets, beside the other lanes' weights, while all of them want more. */
  int weight() {
    return weight;
  }

  /** Up to which share of a rate it may go, so that the lanes above still find some of it. */
  double ceiling() {
    return ceiling;
  }

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
