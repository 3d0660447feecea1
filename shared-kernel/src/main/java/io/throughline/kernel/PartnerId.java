package io.throughline.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a partner, through whom a sale was made (a channel sale). */
public record PartnerId(@JsonValue String value) {

  /**
   * @throws IllegalArgumentException if the value is not 1 to 40 letters, digits, dots, dashes or
   *     underscores
   */
  @JsonCreator
  public PartnerId {
    value = Identifiers.normalized("partner id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
