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
  COMPLETED,
  CANCELLING,
  CANCELLED
}
