package io.throughline.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds a slice anew beside the live generation: caught up, it is compared by one node, and then
 * all nodes switch. What is planned stands in the slice's database, so a rebuild goes on on
 * whatever node is there.
 *
 * @param <V> the view
 */
final class Rebuilding<V> {
  private static final Logger log = LoggerFactory.getLogger(Rebuilding.class);
  private static final String OURSELVES = "throughline";

  /** A node that compares says so again and again; another takes over when it does not. */
  private static final Duration CLAIM = Duration.ofSeconds(10);

  /** For documents that are in motion, before the comparison is left for later. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Caught up: what is still to be folded takes a moment. */
  private static final long NEAR = 1000;

  private final Projection<V> projection;
  private final ViewStore<V> store;
  private final Duration kept;
  private final String node = UUID.randomUUID().toString();
  private final Pace pace = new Pace();
  private volatile LagMeter.@Nullable Ends ends;
  private volatile long folded;
  private volatile @Nullable String caughtUp;
  private List<String> tidied = List.of();
  private @Nullable Thread comparing;

  /**
   * @param kept how long what was live before is kept (wall time)
   */
  Rebuilding(Projection<V> projection, ViewStore<V> store, Duration kept) {
    this.projection = projection;
    this.store = store;
    this.kept = kept;
  }

  /** This node's part in what is planned. */
  Plan goOn(Plan known) {
    var plan = tidied(known);
    var rebuild = plan.rebuild();
    if (rebuild == null) {
      return isOutdated(plan) ? begin(OURSELVES, "The projection's version rose.") : aged(plan);
    }
    if (rebuild.mayGoLive()) {
      return switched(rebuild.id());
    }
    if (rebuild.found() == null && rebuild.id().equals(caughtUp) && !isClaimed(rebuild)) {
      compare(plan.live().id(), rebuild.id());
    }
    return plan;
  }

  /** What is retired is dropped once no node can still answer from it. */
  private Plan tidied(Plan known) {
    var last = Instant.now().minus(ViewStore.TRUSTED.multipliedBy(2));
    var plan =
        known.retired().stream().anyMatch(it -> it.since().isBefore(last))
            ? store.plans().change(it -> it.withoutRetired(last))
            : known;
    if (!plan.generations().equals(tidied)) {
      store.dropOthers(plan);
      tidied = plan.generations();
    }
    return plan;
  }

  private boolean isOutdated(Plan plan) {
    return plan.live().version() < projection.version() && plan.stayedAt() < projection.version();
  }

  /** What was live before is not kept for ever. */
  private Plan aged(Plan plan) {
    var previous = plan.previous();
    if (previous == null || previous.since().plus(kept).isAfter(Instant.now())) {
      return plan;
    }
    return store
        .plans()
        .change(it -> previous.equals(it.previous()) ? it.withoutPrevious(Instant.now()) : it);
  }

  private static boolean isClaimed(Plan.Rebuild rebuild) {
    var claim = rebuild.claim();
    return claim != null && claim.until().isAfter(Instant.now());
  }

  /**
   * Begins a rebuild, unless one is under way. What was live before the live one is dropped.
   *
   * @param by an opaque id
   * @param changed why other documents are expected; null: none are
   */
  Plan begin(String by, @Nullable String changed) {
    var version = projection.version();
    var plan =
        store
            .plans()
            .change(
                it ->
                    it.rebuild() != null
                        ? it
                        : it.withoutPrevious(Instant.now())
                            .rebuilding(
                                new Plan.Rebuild(
                                    PlanBook.newId(),
                                    version,
                                    by,
                                    changed == null && it.live().version() < version
                                        ? "The projection's version rose."
                                        : changed,
                                    Instant.now(),
                                    null,
                                    null,
                                    false)));
    log.info("Slice {} is folded anew beside the live one, for {}", projection.name(), by);
    return plan;
  }

  /** Two people want it though it differs. */
  void agreed(String generation) {
    store
        .plans()
        .change(
            plan -> {
              var rebuild = plan.rebuild();
              return rebuild != null && rebuild.id().equals(generation)
                  ? plan.rebuilding(rebuild.agreedOn())
                  : plan;
            });
  }

  private Plan switched(String generation) {
    var plan =
        store
            .plans()
            .change(
                it -> {
                  var rebuild = it.rebuild();
                  return rebuild != null && rebuild.id().equals(generation)
                      ? it.switched(Instant.now())
                      : it;
                });
    log.info("Slice {} answers from generation {}", projection.name(), plan.live().id());
    return plan;
  }

  /**
   * Stops a rebuild.
   *
   * @throws ReplayRefused if none is under way
   */
  Plan abandon() {
    if (store.plans().read().rebuild() == null) {
      throw new ReplayRefused("No replay of " + projection.name() + " is under way.");
    }
    return store.plans().change(it -> it.rebuild() == null ? it : it.abandoned(Instant.now()));
  }

  /**
   * Makes live again what was live before; the two change places.
   *
   * @throws ReplayRefused if it is not kept any more, or a rebuild is under way
   */
  Plan rollBack(String by) {
    var plan = store.plans().read();
    if (plan.previous() == null) {
      throw new ReplayRefused(
          "There is nothing to go back to: " + projection.name() + " keeps no earlier views.");
    }
    if (plan.rebuild() != null) {
      throw new ReplayRefused("A replay of " + projection.name() + " is under way: stop it first.");
    }
    var before = plan.live().id();
    return store.see(
        store
            .plans()
            .change(
                it ->
                    it.live().id().equals(before) && it.previous() != null
                        ? it.rolledBack(by, projection.version(), Instant.now())
                        : it));
  }

  void measure(LagMeter.Ends now) {
    ends = now;
    var rebuild = store.plans().read().rebuild();
    if (rebuild == null) {
      return;
    }
    var positions = Slice.positions(store.generation(rebuild.id()), now);
    folded = now.read(positions);
    pace.reached(folded);
    var isNear =
        now.behind(positions) <= NEAR
            && positions.size() == now.partitions().size()
            && positions.values().stream().noneMatch(Position::isCatchingUp);
    caughtUp = isNear ? rebuild.id() : null;
  }

  private void compare(String live, String rebuilt) {
    var claimed = claim(rebuilt);
    if (claimed) {
      comparing =
          Thread.ofPlatform()
              .name("slice-" + projection.name() + "-compare")
              .daemon()
              .start(() -> compareAndTell(live, rebuilt));
    }
  }

  private boolean claim(String generation) {
    var plan =
        store
            .plans()
            .change(
                it -> {
                  var rebuild = it.rebuild();
                  if (rebuild == null || !rebuild.id().equals(generation)) {
                    return it;
                  }
                  var claim = rebuild.claim();
                  return isClaimed(rebuild) && (claim == null || !claim.node().equals(node))
                      ? it
                      : it.rebuilding(
                          rebuild.claimed(new Plan.Claim(node, Instant.now().plus(CLAIM))));
                });
    var rebuild = plan.rebuild();
    var claim = rebuild == null ? null : rebuild.claim();
    return claim != null && claim.node().equals(node);
  }

  private void compareAndTell(String live, String rebuilt) {
    try {
      var claimedAt = new long[] {System.nanoTime()};
      var found =
          new Comparison<>(
                  store.generation(live),
                  store.generation(rebuilt),
                  store.format(),
                  () -> settle(store.generation(live), store.generation(rebuilt)),
                  () -> {
                    if (System.nanoTime() - claimedAt[0] > CLAIM.toNanos() / 4) {
                      claim(rebuilt);
                      claimedAt[0] = System.nanoTime();
                    }
                  })
              .run();
      store
          .plans()
          .change(
              it -> {
                var rebuild = it.rebuild();
                return rebuild != null
                        && rebuild.id().equals(rebuilt)
                        && it.live().id().equals(live)
                    ? it.rebuilding(rebuild.compared(found))
                    : it;
              });
      log.info("Slice {} was compared: {}", projection.name(), found);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // another node compares once the claim has run out
    } catch (RuntimeException e) {
      log.warn("Slice {} could not be compared, again: {}", projection.name(), e.getMessage());
    }
  }

  /** Waits until both have passed an end of the topic that was measured after now. */
  private void settle(Generation<V> live, Generation<V> rebuilt) throws InterruptedException {
    var known = ends;
    var until = System.nanoTime() + PATIENCE.toNanos();
    LagMeter.@Nullable Ends target = null;
    while (System.nanoTime() < until) {
      target = target == null && ends != known ? ends : target;
      if (target != null
          && target.behind(Slice.positions(live, target)) == 0
          && target.behind(Slice.positions(rebuilt, target)) == 0) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new Comparison.NotComparable();
  }

  /** The rebuild that is under way, or the last one; empty if there was none. */
  Optional<ReplayStatus> status() {
    var plan = store.plans().read();
    var rebuild = plan.rebuild();
    if (rebuild != null) {
      return Optional.of(status(plan, rebuild));
    }
    return Optional.ofNullable(plan.last())
        .map(
            it ->
                new ReplayStatus(
                    projection.name(),
                    it.state(),
                    it.generation(),
                    plan.live().version(),
                    it.by(),
                    null,
                    it.startedAt(),
                    it.endedAt(),
                    total(),
                    total(),
                    0,
                    null,
                    it.found(),
                    plan.previous() != null));
  }

  private long total() {
    var known = ends;
    return known == null ? 0 : known.total();
  }

  private ReplayStatus status(Plan plan, Plan.Rebuild rebuild) {
    var isCaughtUp = rebuild.id().equals(caughtUp);
    var state =
        rebuild.found() != null && !rebuild.mayGoLive()
            ? ReplayState.DIFFERS
            : rebuild.found() != null || isClaimed(rebuild)
                ? ReplayState.COMPARING
                : ReplayState.BUILDING;
    return new ReplayStatus(
        projection.name(),
        state,
        rebuild.id(),
        rebuild.version(),
        rebuild.by(),
        rebuild.changed(),
        rebuild.startedAt(),
        null,
        folded,
        total(),
        pace.perSecond(),
        isCaughtUp ? Long.valueOf(0) : pace.secondsFor(Math.max(0, total() - folded)),
        rebuild.found(),
        plan.previous() != null);
  }

  void stop() {
    var thread = comparing;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
