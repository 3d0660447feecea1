package io.throughline.command.fulfilment;

/**
 * Whether what has not left the warehouses is still wanted.
 *
 * @param isBeingCancelled until the ERP's books say so too
 * @param cancelled how often a rest was cancelled
 */
record Rest(boolean isBeingCancelled, int cancelled) {
  static final Rest WANTED = new Rest(false, 0);

  Rest begun() {
    return new Rest(true, cancelled);
  }

  /** A change has taken effect: where it was the end of the rest, that is done. */
  Rest changed() {
    return isBeingCancelled ? new Rest(false, cancelled + 1) : this;
  }
}
