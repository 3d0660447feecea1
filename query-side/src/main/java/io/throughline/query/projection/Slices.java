package io.throughline.query.projection;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.kernel.format.EventFormat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** All slices of this node. */
@Component
public class Slices implements SmartLifecycle, HealthIndicator {
  private static final Duration LOOKED_EVERY = Duration.ofMillis(200);

  private final Map<String, Slice<?>> byName = new LinkedHashMap<>();
  private final LagMeter lag;
  private volatile @Nullable ScheduledExecutorService steward;

  /**
   * @param kept how long views that were live before are kept for going back (wall time)
   */
  @Autowired
  Slices(
      List<Projection<?>> projections,
      MongoClient mongo,
      KafkaProperties kafka,
      EventFormat format,
      MeterRegistry meters,
      @Value("${throughline.replay.kept:7d}") Duration kept) {
    this(
        projections, mongo, new KafkaAccess(kafka.buildConsumerProperties()), format, meters, kept);
  }

  private Slices(
      List<Projection<?>> projections,
      MongoClient mongo,
      KafkaAccess kafka,
      EventFormat format,
      MeterRegistry meters,
      Duration kept) {
    for (var projection : projections) {
      byName.put(projection.name(), slice(projection, mongo, kafka, format, meters, kept));
    }
    this.lag = new LagMeter(kafka, () -> List.copyOf(byName.values()));
  }

  /**
   * Slices without an application around them, as tools use them.
   *
   * @param kafka settings of a consumer
   */
  public static Slices of(
      List<Projection<?>> projections,
      MongoClient mongo,
      Map<String, Object> kafka,
      EventFormat format,
      MeterRegistry meters) {
    return new Slices(
        projections, mongo, new KafkaAccess(kafka), format, meters, Duration.ofDays(7));
  }

  private static <V> Slice<V> slice(
      Projection<V> projection,
      MongoClient mongo,
      KafkaAccess kafka,
      EventFormat format,
      MeterRegistry meters,
      Duration kept) {
    return new Slice<>(projection, new ViewStore<>(mongo, projection), kafka, format, meters, kept);
  }

  /** The views of a projection. */
  @SuppressWarnings("unchecked") // each slice is made from its own projection
  public <V> ViewStore<V> of(Projection<V> projection) {
    return (ViewStore<V>)
        find(projection.name())
            .orElseThrow(
                () -> new IllegalArgumentException("There is no slice " + projection.name() + "."))
            .store();
  }

  private Optional<Slice<?>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public List<SliceProgress> progress() {
    return byName.values().stream().<SliceProgress>map(Slice::progress).toList();
  }

  /** Of all slices, the oldest of each. */
  public List<ParkedEvent> deadLetters(int limit) {
    return byName.values().stream().flatMap(it -> it.deadLetters(limit).stream()).toList();
  }

  /**
   * Has a slice's parked events tried again.
   *
   * @param processor as {@link ParkedEvent} names it
   * @return whether there is such a slice
   */
  public boolean retryParked(String processor) {
    for (var it : byName.entrySet()) {
      if (processor.equals("slice-" + it.getKey())) {
        it.getValue().retryParked();
        return true;
      }
    }
    return false;
  }

  /** Rebuilds that are under way, and the last one of each other slice. */
  public List<ReplayStatus> replays() {
    return byName.values().stream().flatMap(it -> it.rebuilding().status().stream()).toList();
  }

  /** Empty if the slice was never rebuilt. */
  public Optional<ReplayStatus> replay(String slice) {
    return known(slice).rebuilding().status();
  }

  /**
   * Begins to fold a slice anew; one that is under way goes on.
   *
   * @param by who asks, as an opaque id
   * @param changed why other documents are expected; null: none are
   * @throws ReplayRefused if there is no such slice
   */
  public ReplayStatus replay(String slice, String by, @Nullable String changed) {
    var rebuilding = known(slice).rebuilding();
    rebuilding.begin(by, changed);
    return rebuilding.status().orElseThrow();
  }

  /**
   * @throws ReplayRefused if nothing is under way
   */
  public ReplayStatus abandonReplay(String slice) {
    var rebuilding = known(slice).rebuilding();
    rebuilding.abandon();
    return rebuilding.status().orElseThrow();
  }

  /**
   * @throws ReplayRefused if there is nothing to go back to
   */
  public ReplayStatus rollBack(String slice, String by) {
    var rebuilding = known(slice).rebuilding();
    rebuilding.rollBack(by);
    return rebuilding.status().orElseThrow();
  }

  private Slice<?> known(String slice) {
    return find(slice)
        .orElseThrow(
            () ->
                new ReplayRefused(
                    "There is no slice "
                        + slice
                        + ": name one of "
                        + String.join(", ", byName.keySet())
                        + "."));
  }

  @Override
  public void start() {
    var executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("slices-steward").factory());
    var _ =
        executor.scheduleWithFixedDelay(
            () -> byName.values().forEach(Slice::tend),
            0,
            LOOKED_EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
    steward = executor;
    lag.start();
  }

  @Override
  public void stop() {
    var executor = steward;
    if (executor != null) {
      executor.shutdownNow();
      try {
        executor.awaitTermination(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      steward = null;
    }
    lag.stop();
    byName.values().parallelStream().forEach(Slice::stop);
  }

  @Override
  public boolean isRunning() {
    return steward != null;
  }

  @Override
  public Health health() {
    var health = Health.up();
    byName.forEach(
        (name, slice) -> {
          var trouble = slice.trouble();
          if (trouble != null) {
            health.down().withDetail(name, trouble);
          }
        });
    return health.build();
  }
}
