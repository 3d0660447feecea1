package io.throughline.query.changes;

/** The node has as many subscriptions as it may. */
final class TooManyWatches extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyWatches() {
    super("Too many subscriptions are open on this node: ask again later.", null, false, false);
  }
}
