package io.throughline.kernel.fulfilment;

/** What becomes of the money for goods that come back. */
public enum Settlement {
  /** It is paid back. */
  REFUND,
  /** It stays on the customer's account. */
  CREDIT
}
