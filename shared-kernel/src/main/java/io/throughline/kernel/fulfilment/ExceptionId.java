package io.throughline.kernel.fulfilment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import java.util.Optional;

/**
 * One parked exception: of an order, its id and a number, {@code NW-10248-E1}; of a customer, its
 * id and a number, {@code ACME-C1}.
 */
public record ExceptionId(@JsonValue String value) {

  @JsonCreator
  public ExceptionId {
    if (!value.matches(".+-[EC]\\d+")) {
      throw new IllegalArgumentException(
          "'" + value + "' is no exception id: it should end in -E or -C and a number.");
    }
  }

  public static ExceptionId of(OrderId orderId, int number) {
    return new ExceptionId(orderId + "-E" + number);
  }

  public static ExceptionId of(CustomerId customerId, int number) {
    return new ExceptionId(customerId + "-C" + number);
  }

  /** The customer that it is of, if it is of one. */
  public Optional<CustomerId> customerId() {
    return value.matches(".+-C\\d+")
        ? Optional.of(new CustomerId(value.substring(0, value.lastIndexOf("-C"))))
        : Optional.empty();
  }

  /** The order that it is of; ask {@link #customerId} first. */
  public OrderId orderId() {
    return new OrderId(value.substring(0, value.lastIndexOf("-E")));
  }

  @Override
  public String toString() {
    return value;
  }
}
