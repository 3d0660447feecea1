package io.throughline.kernel.fulfilment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.kernel.OrderId;

/**
 * Goods of one order that come back together: the order's id and a number, {@code NW-10248-R1}. The
 * ERP knows the return authorization, its receipt, its credit memo and its refund by it, and the
 * logistics provider the goods that it expects.
 */
public record ReturnId(@JsonValue String value) implements CreditId {

  @JsonCreator
  public ReturnId {
    if (!value.matches(".+-R\\d+")) {
      throw new IllegalArgumentException(
          "'" + value + "' is no return id: it should end in -R and a number.");
    }
  }

  public static ReturnId of(OrderId orderId, int number) {
    return new ReturnId(orderId + "-R" + number);
  }

  public OrderId orderId() {
    return new OrderId(value.substring(0, value.lastIndexOf("-R")));
  }

  @Override
  public String toString() {
    return value;
  }
}
