package io.throughline.query.live;

/** How fresh something is that is read from its owner and never stored. */
enum Freshness {
  /** Read just now. */
  LIVE,
  /** Read a moment ago, as long as the catalogue lets it be kept. */
  CACHED,
  /** The owner does not answer now; this is what it said last. */
  STALE,
  /** The owner does not answer, and what it said last is not known any more. */
  UNAVAILABLE,
  /** The owner has no such thing. */
  UNKNOWN,
  /** Asked for a moment in the past: what is never stored is not known of it. */
  NOT_RECORDED
}
