package io.throughline.query.projection;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which generations a slice has and what is to become of them. Every node reads it, and does its
 * part.
 *
 * @param live the one that answers
 * @param previous the one before, fed as the live one is until it is dropped
 * @param rebuild the one that is being folded anew
 * @param last what became of the rebuild before
 * @param stayedAt the projection's version for which somebody went back to the generation before:
 *     no rebuild begins by itself for it
 * @param retired to be dropped once no node can still answer from them; fed until then
 */
record Plan(
    Kept live,
    @Nullable Kept previous,
    @Nullable Rebuild rebuild,
    @Nullable Outcome last,
    int stayedAt,
    List<Kept> retired) {

  /**
   * @param version of the projection that folds it
   * @param since when it came to its place (wall time, UTC)
   */
  record Kept(String id, int version, Instant since) {}

  /**
   * @param by who asked for it, as an opaque id
   * @param changed why other documents are expected; null: none are
   * @param node that compares it at the moment, until when
   * @param found null until it was compared
   * @param agreed whether two people want it though it differs
   */
  record Rebuild(
      String id,
      int version,
      String by,
      @Nullable String changed,
      Instant startedAt,
      @Nullable Claim claim,
      @Nullable Difference found,
      boolean agreed) {

    Rebuild claimed(@Nullable Claim by) {
      return new Rebuild(id, version, this.by, changed, startedAt, by, found, agreed);
    }

    Rebuild compared(Difference difference) {
      return new Rebuild(id, version, by, changed, startedAt, null, difference, agreed);
    }

    /** It is the same, or was meant to be another, or two people want it all the same. */
    boolean mayGoLive() {
      return found != null && (found.isNone() || changed != null || agreed);
    }

    Rebuild agreedOn() {
      return new Rebuild(id, version, by, changed, startedAt, claim, found, true);
    }
  }

  record Claim(String node, Instant until) {}

  record Outcome(
      String generation,
      ReplayState state,
      String by,
      Instant startedAt,
      Instant endedAt,
      @Nullable Difference found) {}

  static Plan of(String id, int version, Instant now) {
    return new Plan(new Kept(id, version, now), null, null, null, 0, List.of());
  }

  List<String> generations() {
    return Stream.concat(
            Stream.of(
                live.id(),
                previous == null ? null : previous.id(),
                rebuild == null ? null : rebuild.id()),
            retired.stream().map(Kept::id))
        .filter(Objects::nonNull)
        .toList();
  }

  Plan rebuilding(Rebuild next) {
    return new Plan(live, previous, next, last, stayedAt, retired);
  }

  /** What was live is kept, what was kept before it is not. */
  Plan switched(Instant now) {
    var ready = Objects.requireNonNull(rebuild);
    return new Plan(
        new Kept(ready.id(), ready.version(), now),
        new Kept(live.id(), live.version(), now),
        null,
        outcome(ready, ReplayState.SWITCHED, now),
        stayedAt,
        retired(now));
  }

  Plan abandoned(Instant now) {
    var ready = Objects.requireNonNull(rebuild);
    return new Plan(
        live, previous, null, outcome(ready, ReplayState.ABANDONED, now), stayedAt, retired);
  }

  /** The two change places. */
  Plan rolledBack(String by, int version, Instant now) {
    var back = Objects.requireNonNull(previous);
    return new Plan(
        new Kept(back.id(), back.version(), now),
        new Kept(live.id(), live.version(), now),
        rebuild,
        new Outcome(back.id(), ReplayState.ROLLED_BACK, by, now, now, null),
        version,
        retired);
  }

  Plan withoutPrevious(Instant now) {
    return new Plan(live, null, rebuild, last, stayedAt, retired(now));
  }

  private List<Kept> retired(Instant now) {
    return previous == null
        ? retired
        : Stream.concat(
                retired.stream(), Stream.of(new Kept(previous.id(), previous.version(), now)))
            .toList();
  }

  /** Nobody answers any more from what was retired before then. */
  Plan withoutRetired(Instant before) {
    return new Plan(
        live,
        previous,
        rebuild,
        last,
        stayedAt,
        retired.stream().filter(it -> !it.since().isBefore(before)).toList());
  }

  private static Outcome outcome(Rebuild rebuild, ReplayState state, Instant now) {
    return new Outcome(
        rebuild.id(), state, rebuild.by(), rebuild.startedAt(), now, rebuild.found());
  }
}
