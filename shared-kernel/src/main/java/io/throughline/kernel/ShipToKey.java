package io.throughline.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of one of an order's further addresses, {@code PLANT-2}: a line says it to go there. */
public record ShipToKey(@JsonValue String value) {

  /**
   * @throws IllegalArgumentException if the value is not 1 to 40 letters, digits, dots, dashes or
   *     underscores
   */
  @JsonCreator
  public ShipToKey {
    value = Identifiers.normalized("ship-to key", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
