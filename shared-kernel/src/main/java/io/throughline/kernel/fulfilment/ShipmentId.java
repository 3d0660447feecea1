package io.throughline.kernel.fulfilment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.kernel.OrderId;

/**
 * One consignment from one warehouse for one order: the order's id and a number, {@code
 * NW-10248-S1}.
 */
public record ShipmentId(@JsonValue String value) {

  @JsonCreator
  public ShipmentId {
    if (!value.matches(".+-S\\d+")) {
      throw new IllegalArgumentException(
          "'" + value + "' is no shipment id: it should end in -S and a number.");
    }
  }

  public static ShipmentId of(OrderId orderId, int number) {
    return new ShipmentId(orderId + "-S" + number);
  }

  public OrderId orderId() {
    return new OrderId(value.substring(0, value.lastIndexOf("-S")));
  }

  @Override
  public String toString() {
    return value;
  }
}
