package io.throughline.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;

/** The code of one of the ERP's stock locations, in capitals. */
public record WarehouseId(@JsonValue String value) {

  public static final Comparator<WarehouseId> BY_CODE = Comparator.comparing(WarehouseId::value);

  /**
   * @throws IllegalArgumentException if the value is not 1 to 40 letters, digits, dots, dashes or
   *     underscores
   */
  @JsonCreator
  public WarehouseId {
    value = Identifiers.normalized("warehouse id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
