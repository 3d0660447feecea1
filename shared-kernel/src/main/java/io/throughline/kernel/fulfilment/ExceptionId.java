package io.throughline.kernel.fulfilment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.kernel.OrderId;

/** One parked exception of one order: the order's id and a number, {@code NW-10248-E1}. */
public record ExceptionId(@JsonValue String value) {

  @JsonCreator
  public ExceptionId {
    if (!value.matches(".+-E\\d+")) {
      throw new IllegalArgumentException(
          "'" + value + "' is no exception id: it should end in -E and a number.");
    }
  }

  public static ExceptionId of(OrderId orderId, int number) {
    return new ExceptionId(orderId + "-E" + number);
  }

  public OrderId orderId() {
    return new OrderId(value.substring(0, value.lastIndexOf("-E")));
  }

  @Override
  public String toString() {
    return value;
  }
}
