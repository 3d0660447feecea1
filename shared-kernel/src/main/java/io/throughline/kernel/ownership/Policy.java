package io.throughline.kernel.ownership;

import java.time.Duration;

/** What we may do with a fact. */
public sealed interface Policy {

  /** It is ours. */
  record Own() implements Policy {}

  /** An id that we may keep, to ask its owner by. */
  record Reference() implements Policy {}

  /** What its owner stated in an event: kept as a statement, with its source and time. */
  record Recorded() implements Policy {}

  /** Read through the system API and kept for a while; never stored. */
  record Cached(Duration ttl) implements Policy {}

  /** Read through the system API each time; never stored. */
  record Live() implements Policy {}

  default boolean mayBeStored() {
    return switch (this) {
      case Own _, Reference _, Recorded _ -> true;
      case Cached _, Live _ -> false;
    };
  }
}
