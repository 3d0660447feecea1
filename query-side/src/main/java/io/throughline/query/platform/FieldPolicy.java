package io.throughline.query.platform;

import io.throughline.kernel.ownership.Policy;

/** What we may do with a field, as an answer tells it. */
public enum FieldPolicy {
  OWN,
  REFERENCE,
  RECORDED,
  CACHED,
  LIVE;

  public static FieldPolicy of(Policy policy) {
    return switch (policy) {
      case Policy.Own _ -> OWN;
      case Policy.Reference _ -> REFERENCE;
      case Policy.Recorded _ -> RECORDED;
      case Policy.Cached _ -> CACHED;
      case Policy.Live _ -> LIVE;
    };
  }
}
