package io.throughline.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a line within its order. */
public record LineId(@JsonValue String value) {

  /**
   * @throws IllegalArgumentException if the value is not 1 to 40 letters, digits, dots, dashes or
   *     underscores
   */
  @JsonCreator
  public LineId {
    value = Identifiers.normalized("line id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
