package io.throughline.kernel.fulfilment;

/** Whose move it is. */
public enum Queue {
  SALES,
  FINANCE,
  LOGISTICS,
  INTEGRATION
}
