package io.throughline.kernel.fulfilment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.kernel.OrderId;

/**
 * A step of one order, {@code NW-10248/create-sales-order}. It stays the same over every retry and
 * remedy, and is the idempotency key under which the other system knows the step's effect.
 */
public record StepId(@JsonValue String value) {

  @JsonCreator
  public StepId {
    if (!value.matches("[^/]+/.+")) {
      throw new IllegalArgumentException(
          "'" + value + "' is no step id: it should be an order id, a slash and a step.");
    }
  }

  public static StepId of(OrderId orderId, Step step) {
    return new StepId(orderId + "/" + step.key());
  }

  public OrderId orderId() {
    return new OrderId(value.substring(0, value.indexOf('/')));
  }

  @Override
  public String toString() {
    return value;
  }
}
