package io.throughline.command.fulfilment;

import io.throughline.kernel.event.CarriageEvent.ParcelTracked;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.CountedUnits;
import io.throughline.kernel.fulfilment.ParcelState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parcels in which a shipment leaves, as far as the provider told of them: by its own ids.
 *
 * @param counted those of which it told what it counted in them; each once
 * @param tracked what became of those of which it told that; their goods may be told of later
 */
record Parcels(List<CountedParcel> counted, Map<String, Tracked> tracked) {

  static final Parcels NONE = new Parcels(List.of(), Map.of());

  /**
   * @param at when the provider says that it happened (business time, UTC)
   */
  record Tracked(ParcelState state, Instant at) {}

  Parcels with(List<CountedParcel> told) {
    var all = new ArrayList<>(counted);
    all.addAll(told);
    return new Parcels(List.copyOf(all), tracked);
  }

  Parcels with(ParcelTracked event) {
    var all = new TreeMap<>(tracked);
    all.put(event.parcelId(), new Tracked(event.state(), event.at()));
    return new Parcels(counted, Map.copyOf(all));
  }

  ParcelState stateOf(String parcelId) {
    var known = tracked.get(parcelId);
    return known == null ? ParcelState.UNDER_WAY : known.state();
  }

  Stream<String> ids() {
    return Stream.concat(counted.stream().map(CountedParcel::parcelId), tracked.keySet().stream())
        .distinct();
  }

  boolean areAll(ParcelState... states) {
    var wanted = List.of(states);
    return ids().map(this::stateOf).allMatch(wanted::contains);
  }

  /** When the last of them arrived. */
  Optional<Instant> lastAt() {
    return tracked.values().stream().map(Tracked::at).max(Comparator.naturalOrder());
  }

  Stream<CountedUnits> units() {
    return counted.stream().flatMap(it -> it.units().stream());
  }

  /** What was counted in those of which that became. */
  Stream<CountedUnits> units(ParcelState state) {
    var ids = ids().filter(it -> stateOf(it) == state).collect(Collectors.toSet());
    return counted.stream()
        .filter(it -> ids.contains(it.parcelId()))
        .flatMap(it -> it.units().stream());
  }
}
