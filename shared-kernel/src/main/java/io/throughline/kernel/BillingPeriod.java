package io.throughline.kernel;

/** How often a subscription is invoiced. */
public enum BillingPeriod {
  MONTH,
  QUARTER,
  YEAR
}
