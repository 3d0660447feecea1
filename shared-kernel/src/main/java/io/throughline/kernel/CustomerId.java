package io.throughline.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The customer's number as Salesforce knows it, in capitals: NetSuite's external ids do not tell
 * cases apart.
 */
public record CustomerId(@JsonValue String value) {

  /**
   * @throws IllegalArgumentException if the value is not 1 to 40 letters, digits, dots, dashes or
   *     underscores
   */
  @JsonCreator
  public CustomerId {
    value = Identifiers.normalized("customer id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
