package io.throughline.simulators.depot;

import java.util.EnumSet;
import java.util.Set;

/** What becomes of a shipment after it left. A street's name decides, so that anybody can ask. */
public enum Fate {
  ARRIVES(EnumSet.of(Milestone.OUT_FOR_DELIVERY, Milestone.DELIVERED)),
  /** It meets an obstacle and arrives all the same. To {@code Snow Pass}. */
  DELAYED(EnumSet.of(Milestone.EXCEPTION, Milestone.OUT_FOR_DELIVERY, Milestone.DELIVERED)),
  /** Nobody takes it, and it comes back. To {@code Nobody's Lane}. */
  COMES_BACK(EnumSet.of(Milestone.OUT_FOR_DELIVERY, Milestone.RETURNED)),
  /** It gets broken. To {@code Rough Road}. */
  BREAKS(EnumSet.of(Milestone.DAMAGED)),
  /** It is on the van and never delivered. To {@code Long Street}. */
  STAYS_ON_THE_VAN(EnumSet.of(Milestone.OUT_FOR_DELIVERY)),
  /** It meets an obstacle and is not heard of again. To {@code Snowed In}. */
  STUCK(EnumSet.of(Milestone.EXCEPTION)),
  /** It is never seen again. To {@code Lost Road}. */
  LOST(EnumSet.noneOf(Milestone.class));

  private final Set<Milestone> outside;

  Fate(Set<Milestone> outside) {
    this.outside = outside;
  }

  public static Fate of(String street) {
    if (street.contains("Snow Pass")) {
      return DELAYED;
    }
    if (street.contains("Nobody's Lane")) {
      return COMES_BACK;
    }
    if (street.contains("Rough Road")) {
      return BREAKS;
    }
    if (street.contains("Long Street")) {
      return STAYS_ON_THE_VAN;
    }
    if (street.contains("Snowed In")) {
      return STUCK;
    }
    return street.contains("Lost Road") ? LOST : ARRIVES;
  }

  boolean passes(Milestone milestone) {
    return milestone.isInside() || outside.contains(milestone);
  }
}
