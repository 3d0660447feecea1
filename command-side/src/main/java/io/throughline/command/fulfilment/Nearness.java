package io.throughline.command.fulfilment;

import io.throughline.kernel.Address;
import io.throughline.kernel.WarehouseId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.sourcing}: which warehouses are near to where goods go.
 *
 * @param nearest for a country, or a country and its region ({@code US-NY}), the codes of the
 *     warehouses, the nearest first; those that are not named follow by their codes
 */
@ConfigurationProperties("throughline.sourcing")
record Nearness(@DefaultValue Map<String, List<String>> nearest) {

  List<WarehouseId> nearestFirst(Address shipTo, Collection<WarehouseId> warehouses) {
    var near = named(shipTo).stream().map(WarehouseId::new).filter(warehouses::contains);
    var others = warehouses.stream().sorted(WarehouseId.BY_CODE);
    return Stream.concat(near, others).distinct().toList();
  }

  private List<String> named(Address shipTo) {
    var region = shipTo.region();
    var ofRegion = region == null ? null : nearest.get(shipTo.country() + "-" + region);
    return ofRegion == null ? nearest.getOrDefault(shipTo.country(), List.of()) : ofRegion;
  }
}
