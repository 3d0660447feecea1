package io.throughline.command.logistics;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.throughline.kernel.WarehouseId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The logistics providers that ship for us, by their names in configuration, URLs and events. Each
 * warehouse is one provider's; a shipment stays with the provider that took it, wherever its
 * warehouse belongs later.
 */
public final class Carriers {
  private final Map<String, Carrier> byName;
  private final Map<String, String> warehouses;
  private final String usual;

  /**
   * @param warehouses the name of the provider, by warehouse
   * @param usual the provider of all other warehouses
   * @throws IllegalArgumentException if a warehouse belongs to a provider that is not connected
   */
  Carriers(List<Carrier> carriers, Map<String, String> warehouses, String usual) {
    this.byName =
        carriers.stream().collect(toUnmodifiableMap(Carrier::provider, Function.identity()));
    this.warehouses = Map.copyOf(warehouses);
    this.usual = usual;
    at(usual);
    warehouses.values().forEach(this::at);
  }

  /** The provider that a warehouse belongs to. */
  public Carrier of(WarehouseId warehouse) {
    return at(warehouses.getOrDefault(warehouse.value(), usual));
  }

  /**
   * @throws IllegalArgumentException if no provider of that name is connected
   */
  public Carrier at(String provider) {
    var carrier = byName.get(provider);
    if (carrier == null) {
      throw new IllegalArgumentException(
          "No logistics provider "
              + provider
              + " is connected, only "
              + String.join(", ", names())
              + ": set throughline.logistics."
              + provider
              + ".*, or correct throughline.logistics.warehouses.");
    }
    return carrier;
  }

  public Set<String> names() {
    return new TreeSet<>(byName.keySet());
  }
}
