package io.throughline.query.projection;

/**
 * Somebody else has folded further into a document meanwhile: the partition is another node's now.
 * Nothing of theirs was replaced.
 */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Overtaken() {
    super("Another node has gone on with this partition.", null, false, false);
  }
}
