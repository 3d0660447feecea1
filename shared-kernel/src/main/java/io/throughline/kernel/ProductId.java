package io.throughline.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The item's number in the ERP's catalogue, in capitals. */
public record ProductId(@JsonValue String value) {

  /**
   * @throws IllegalArgumentException if the value is not 1 to 40 letters, digits, dots, dashes or
   *     underscores
   */
  @JsonCreator
  public ProductId {
    value = Identifiers.normalized("product id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
