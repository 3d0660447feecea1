package io.throughline.kernel.fulfilment;

/** What the order's own history wants to know of its fulfilment. */
public enum Milestone {
  ACCEPTED,
  SHIPPED,
  COMPLETED,
  CANCELLED,
  CANCELLATION_REFUSED
}
