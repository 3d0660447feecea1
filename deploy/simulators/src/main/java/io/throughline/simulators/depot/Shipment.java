package io.throughline.simulators.depot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What leaves one of the depot's locations at once. Guarded by the depot. */
public final class Shipment {
  private final String id;
  private final Entry.OrderTaken taken;
  private final Map<Milestone, Instant> milestones = new EnumMap<>(Milestone.class);
  private Duration onHoldSoFar = Duration.ZERO;
  private @Nullable Instant heldAt;
  private @Nullable Instant cancelledAt;
  private String parcel = "";
  private final Map<String, Integer> packed;
  private final Map<String, Integer> second = new LinkedHashMap<>();

  Shipment(String id, Entry.OrderTaken taken) {
    this.id = id;
    this.taken = taken;
    this.packed = new LinkedHashMap<>(taken.quantities());
  }

  public String id() {
    return id;
  }

  public Entry.OrderTaken taken() {
    return taken;
  }

  public Map<Milestone, Instant> milestones() {
    return Collections.unmodifiableMap(milestones);
  }

  public boolean has(Milestone milestone) {
    return milestones.containsKey(milestone);
  }

  /**
   * @throws IllegalStateException if it has not come so far
   */
  public Instant at(Milestone milestone) {
    var at = milestones.get(milestone);
    if (at == null) {
      throw new IllegalStateException(taken.reference() + " has not come to " + milestone + ".");
    }
    return at;
  }

  public boolean isCancelled() {
    return cancelledAt != null;
  }

  public boolean isHeld() {
    return heldAt != null;
  }

  public Optional<Instant> heldAt() {
    return Optional.ofNullable(heldAt);
  }

  public Optional<Instant> cancelledAt() {
    return Optional.ofNullable(cancelledAt);
  }

  /** The last thing that happened to it. */
  public Instant changedAt() {
    var last = taken.at();
    for (var at : milestones.values()) {
      last = at.isAfter(last) ? at : last;
    }
    return cancelledAt != null ? cancelledAt : heldAt != null ? heldAt : last;
  }

  /** What leaves, in units by product: what was asked for, unless somebody packs something else. */
  public Map<String, Integer> packed() {
    return Collections.unmodifiableMap(packed);
  }

  void pack(String product, int units) {
    packed.put(product, units);
  }

  /** So many of what is packed leave later, in a second parcel. */
  void split(String product, int units) {
    second.put(product, units);
  }

  boolean passes(Milestone milestone) {
    return milestone.isOfTheRest() ? !second.isEmpty() : taken.fate().passes(milestone);
  }

  /** Whether all of it is gone. */
  public boolean hasLeftWhole() {
    return hasLeft() && (second.isEmpty() || has(Milestone.REST_SHIPPED));
  }

  /** Those that have left. */
  public List<Parcel> parcels() {
    var parcels = new ArrayList<Parcel>();
    if (hasLeft()) {
      var first = new LinkedHashMap<>(packed);
      second.forEach((product, units) -> first.merge(product, -units, Integer::sum));
      parcels.add(new Parcel(id, parcel, first, way(false)));
    }
    if (has(Milestone.REST_SHIPPED)) {
      parcels.add(new Parcel("1" + id, parcel + "B", Map.copyOf(second), way(true)));
    }
    return List.copyOf(parcels);
  }

  private Map<Milestone, Instant> way(boolean ofTheRest) {
    var way = new EnumMap<Milestone, Instant>(Milestone.class);
    milestones.forEach(
        (milestone, at) -> {
          if (milestone.isOfTheRest() == ofTheRest) {
            way.put(milestone, at);
          }
        });
    return way;
  }

  /**
   * @throws java.util.NoSuchElementException if none has come to that
   */
  public Parcel parcelOf(Milestone milestone) {
    return parcels().stream()
        .filter(it -> it.way().containsKey(milestone))
        .findFirst()
        .orElseThrow();
  }

  /** Empty until it has left. */
  public String parcel() {
    return parcel;
  }

  boolean mayStillMove() {
    return cancelledAt == null;
  }

  boolean hasLeft() {
    return has(Milestone.SHIPPED);
  }

  Instant due(Milestone milestone) {
    return taken.at().plus(onHoldSoFar).plus(milestone.after);
  }

  void hold(Instant at) {
    heldAt = at;
  }

  void release(Instant at) {
    if (heldAt != null) {
      onHoldSoFar = onHoldSoFar.plus(Duration.between(heldAt, at));
    }
    heldAt = null;
  }

  void cancel(Instant at) {
    cancelledAt = at;
  }

  void reach(Entry.MilestoneReached reached) {
    if (!reached.parcel().isEmpty()) {
      parcel = reached.parcel();
    }
    milestones.put(reached.milestone(), reached.at());
  }
}
