package io.throughline.query.projection;

/** How far a rebuild has come. */
public enum ReplayState {
  /** It folds the log, from its own position. */
  BUILDING,
  /** It has caught up and is held against the live one. */
  COMPARING,
  /** It is not what the live one is: two people decide. */
  DIFFERS,
  /** It is live. */
  SWITCHED,
  /** Somebody stopped it. */
  ABANDONED,
  /** What was live before is live again. */
  ROLLED_BACK
}
