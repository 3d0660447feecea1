package io.throughline.kernel.fulfilment;

/** How a return ended. */
public enum ReturnOutcome {
  /** All that was owed for it is paid back. */
  REFUNDED,
  /** The customer owes that much less, or has it on account. */
  CREDITED,
  /** Nothing of it was accepted. */
  REFUSED,
  /** Somebody withdrew it before the goods came. */
  WITHDRAWN
}
