package io.throughline.kernel.approval;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One request for a second person's word. */
public record ApprovalId(@JsonValue String value) {

  /**
   * @throws IllegalArgumentException if it is not 1 to 60 small letters, digits and dashes
   */
  @JsonCreator
  public ApprovalId {
    if (!value.matches("[a-z0-9][a-z0-9-]{0,59}")) {
      throw new IllegalArgumentException(
          "An approval's id is made of small letters, digits and dashes, not '" + value + "'.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
