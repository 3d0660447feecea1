package io.throughline.simulators.depot;

/** What comes back of what was announced. The street that it went to decides. */
public enum ReturnFate {
  WHOLE,
  /** Nothing ever does. From {@code Keepers Row}. */
  NEVER,
  /** One unit of the first product is missing. From {@code Short Street}. */
  SHORT,
  /** One unit of the first product is broken. From {@code Crack Lane}. */
  BROKEN;

  /**
   * @param recipient where it went, as one text
   */
  static ReturnFate of(String recipient) {
    if (recipient.contains("Keepers Row")) {
      return NEVER;
    }
    if (recipient.contains("Short Street")) {
      return SHORT;
    }
    return recipient.contains("Crack Lane") ? BROKEN : WHOLE;
  }
}
