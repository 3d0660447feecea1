package io.throughline.query.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.throughline.kernel.approval.Subject.SwitchView;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.format.CloudEvents;
import io.throughline.kernel.format.EventFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One slice on this node: a follower for each of its generations, and this node's part in
 * rebuilding it.
 *
 * @param <V> the view
 */
final class Slice<V> {

  private record Measured(
      long events,
      @Nullable Instant oldest,
      boolean catchingUp,
      int percent,
      long deadLetters,
      long globalIndex,
      long total) {
    static final Measured NOTHING = new Measured(0, null, true, 0, 0, 0, 0);
  }

  private final Projection<V> projection;
  private final ViewStore<V> store;
  private final KafkaAccess kafka;
  private final EventFormat format;
  private final Timer eventToView;
  private final Rebuilding<V> rebuilding;
  private final Map<String, Follower<V>> followers = new HashMap<>();
  private volatile Measured measured = Measured.NOTHING;
  private volatile @Nullable String trouble = "It has not started.";

  Slice(
      Projection<V> projection,
      ViewStore<V> store,
      KafkaAccess kafka,
      EventFormat format,
      MeterRegistry meters,
      Duration kept) {
    this.projection = projection;
    this.store = store;
    this.kafka = kafka;
    this.format = format;
    this.rebuilding = new Rebuilding<>(projection, store, kept);
    this.eventToView =
        Timer.builder("throughline.event_to_view")
            .description("From recording an event to its view, while not catching up")
            .tag("slice", projection.name())
            .publishPercentiles(0.5, 0.99)
            .register(meters);
    Gauge.builder("throughline.lag.events", () -> progress().events())
        .description("Published and not folded yet, over all nodes")
        .tag("slice", projection.name())
        .register(meters);
    Gauge.builder("throughline.lag.millis", () -> progress().millis())
        .description("Since the oldest of them was recorded")
        .tag("slice", projection.name())
        .register(meters);
    Gauge.builder("throughline.dead_letters", () -> progress().deadLetters())
        .tag("slice", projection.name())
        .register(meters);
  }

  ViewStore<V> store() {
    return store;
  }

  Rebuilding<V> rebuilding() {
    return rebuilding;
  }

  SliceProgress progress() {
    var last = measured;
    var oldest = last.oldest();
    return new SliceProgress(
        projection.name(),
        last.events(),
        oldest == null ? 0 : Math.max(0, Duration.between(oldest, Instant.now()).toMillis()),
        last.catchingUp(),
        last.percent(),
        last.deadLetters(),
        last.globalIndex());
  }

  /** Why the slice does not go on at the moment; null while it does. */
  @Nullable String trouble() {
    return trouble;
  }

  /** Looks what is planned, and does this node's part of it. Never twice at a time. */
  void tend() {
    try {
      var plan = rebuilding.goOn(store.look());
      store.see(plan);
      follow(plan);
      var live = followers.get(plan.live().id());
      trouble = live == null ? null : live.trouble();
    } catch (RuntimeException e) {
      trouble = String.valueOf(e.getMessage());
    }
  }

  private void follow(Plan plan) {
    followers
        .entrySet()
        .removeIf(
            it -> {
              var gone = !plan.generations().contains(it.getKey());
              if (gone) {
                it.getValue().stop();
              }
              return gone;
            });
    begin(plan.live());
    var previous = plan.previous();
    if (previous != null) {
      begin(previous);
    }
    plan.retired().forEach(this::begin);
    var rebuild = plan.rebuild();
    if (rebuild != null && rebuild.version() <= projection.version()) {
      begin(rebuild.id(), Follower.Buffer.REBUILD);
    }
  }

  /** A node that is older than a generation would fold it as it was before. */
  private void begin(Plan.Kept kept) {
    if (kept.version() <= projection.version()) {
      begin(kept.id(), Follower.Buffer.LIVE);
    }
  }

  private void begin(String id, Follower.Buffer buffer) {
    if (!followers.containsKey(id)) {
      var follower =
          new Follower<>(
              projection,
              store.generation(id),
              kafka,
              format,
              buffer,
              (events, catchingUp) -> folded(id, events, catchingUp));
      followers.put(id, follower);
      follower.start();
    }
  }

  private void folded(String id, List<RecordedEvent> events, boolean catchingUp) {
    for (var recorded : events) {
      if (recorded.event() instanceof ApprovalGranted granted
          && granted.subject() instanceof SwitchView agreed
          && agreed.slice().equals(projection.name())) {
        rebuilding.agreed(agreed.generation());
      }
    }
    if (!catchingUp && store.live().id().equals(id)) {
      var now = Instant.now();
      events.forEach(event -> eventToView.record(Duration.between(event.recordedAt(), now)));
    }
  }

  void measure(LagMeter.Ends ends, LagMeter.Peek peek) {
    var live = store.live();
    var positions = positions(live, ends);
    var behind = ends.behind(positions);
    var target = positions.values().stream().mapToLong(Position::target).sum();
    var read =
        positions.values().stream().mapToLong(it -> Math.min(it.offset(), it.target())).sum();
    var catchingUp =
        ends.partitions().keySet().stream()
            .anyMatch(
                it -> {
                  var position = positions.get(it);
                  return position == null || position.isCatchingUp();
                });
    measured =
        new Measured(
            behind,
            behind == 0 ? null : oldest(catchingUp, positions, ends, peek),
            catchingUp,
            target == 0 ? (catchingUp ? 0 : 100) : (int) (100 * read / target),
            live.deadLetters().count(),
            positions.values().stream().mapToLong(Position::globalIndex).max().orElse(0),
            ends.total());
    rebuilding.measure(ends);
  }

  /** While it catches up, what it read last is as near as need be. */
  private static @Nullable Instant oldest(
      boolean catchingUp,
      Map<Integer, Position> positions,
      LagMeter.Ends ends,
      LagMeter.Peek peek) {
    if (!catchingUp) {
      return peek.oldest(positions, ends);
    }
    return positions.values().stream()
        .filter(Position::isCatchingUp)
        .map(Position::recordedAt)
        .filter(it -> it != null)
        .min(Instant::compareTo)
        .orElse(null);
  }

  static Map<Integer, Position> positions(Generation<?> generation, LagMeter.Ends ends) {
    return generation.positions(ends.topicId()).stream()
        .collect(Collectors.toMap(Position::partition, it -> it));
  }

  List<ParkedEvent> deadLetters(int limit) {
    return store.live().deadLetters().oldest(limit).stream()
        .map(
            it ->
                new ParkedEvent(
                    Retrying.processor(projection),
                    it.globalIndex(),
                    it.key(),
                    it.headers().getOrDefault(CloudEvents.TYPE, ""),
                    it.reason()))
        .toList();
  }

  /** Whoever reads their partitions tries them again, this node or another. */
  void retryParked() {
    store.live().deadLetters().want();
  }

  void stop() {
    rebuilding.stop();
    followers.values().parallelStream().forEach(Follower::stop);
    followers.clear();
  }
}
