package io.throughline.local.chaos;

/** Nothing has moved for so long that nothing will. */
final class Stalled extends RuntimeException {
  private static final long serialVersionUID = 1;
}
