package io.throughline.kernel;

/** Where a line's unit price comes from, which decides how it is checked. */
public enum PriceBasis {
  /**
   * The ERP's list price: the unit price must equal it, and discounts stay within what sales may
   * grant.
   */
  LIST,
  /** A price agreed with the customer: it stands as it is. */
  CONTRACT
}
