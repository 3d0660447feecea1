package io.throughline.local.chaos;

/** How a trial ended. */
public enum Ending {
  /** Every order is settled or parked. */
  FINISHED,
  /** For a long time nothing moved, and orders are left over. */
  STALLED,
  /** Somebody asked to stop. */
  INTERRUPTED
}
