package io.throughline.query;

/**
 * How far an order has come. Whether somebody has to act stands beside it: a parked order keeps its
 * state.
 */
public enum OrderState {
  SUBMITTED,
  VALIDATED,
  ACCEPTED,
  PARTIALLY_SHIPPED,
  SHIPPED,
  DELIVERED,
  /** Its goods are delivered, invoiced and paid; what it subscribes to runs on. */
  SUBSCRIBED,
  COMPLETED,
  CANCELLING,
  CANCELLED
}
