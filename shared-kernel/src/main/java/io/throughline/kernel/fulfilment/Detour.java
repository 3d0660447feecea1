package io.throughline.kernel.fulfilment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where a step goes instead, because a person wants it so. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Detour.ToProvider.class, name = "provider"),
  @JsonSubTypes.Type(value = Detour.AwayFromWarehouse.class, name = "warehouse"),
  @JsonSubTypes.Type(value = Detour.ToErp.class, name = "erp")
})
public sealed interface Detour {

  /**
   * Another logistics provider ships it.
   *
   * @param provider its name in configuration: {@code shiphero}
   */
  record ToProvider(String provider) implements Detour {}

  /** Other warehouses ship it: the nearest that have the goods. */
  record AwayFromWarehouse() implements Detour {}

  /**
   * The order goes into another account's books.
   *
   * @param erp its name in configuration
   */
  record ToErp(String erp) implements Detour {}
}
