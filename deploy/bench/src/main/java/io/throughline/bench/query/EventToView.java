package io.throughline.bench.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.cumulative.CumulativeTimer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.bench.harness.Comparison;
import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Metric;
import io.throughline.kernel.format.EventFormat;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.projection.Slices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How late a view is at half of the rate at which it cannot keep up: what the slice itself
 * measures, from recording an event to its document being written.
 */
final class EventToView implements Contender, AutoCloseable {
  static final String NAME = "event to view";
  private static final Metric RATE = new Metric("rate", "events/s", true);
  private static final Metric P50 = new Metric("p50", "ms", false);
  private static final Metric P99 = new Metric("p99", "ms", false);
  private static final long HIGHEST = TimeUnit.MINUTES.toMicros(10);

  private final EventTopic topic;
  private final int orders;
  private final int burst;
  private final Duration round;
  private final Random random = new Random(1);
  private final Histogram micros = new ConcurrentHistogram(HIGHEST, 3);
  private final MongoClient mongo;
  private final Slices slices;

  /**
   * @param orders that are open
   * @param burst events by which the highest rate is found
   */
  EventToView(Servers servers, EventTopic topic, int orders, int burst, Duration round)
      throws InterruptedException {
    this.topic = topic;
    this.orders = orders;
    this.burst = burst;
    this.round = round;
    for (var i = 0; i < orders; i++) {
      var story = new OrderStory(i);
      for (var sequence = 0; sequence < 4; sequence++) {
        topic.add(story.event(sequence));
      }
    }
    topic.flush();
    this.mongo = MongoClients.create(servers.mongoUri());
    this.slices =
        Slices.of(
            List.of(new OrderDetailsProjection()),
            mongo,
            Map.of("bootstrap.servers", servers.bootstrapServers()),
            new EventFormat(),
            new Recording());
    slices.start();
    awaitAll();
  }

  /** Keeps each figure, not an estimate of some. */
  private final class Recording extends SimpleMeterRegistry {
    Recording() {
      super(SimpleConfig.DEFAULT, Clock.SYSTEM);
    }

    @Override
    protected Timer newTimer(
        Meter.Id id, DistributionStatisticConfig config, PauseDetector pauses) {
      return new CumulativeTimer(id, Clock.SYSTEM, config, pauses, TimeUnit.MILLISECONDS, false) {
        @Override
        protected void recordNonNegative(long amount, TimeUnit unit) {
          super.recordNonNegative(amount, unit);
          micros.recordValue(Math.min(unit.toMicros(amount), HIGHEST));
        }
      };
    }
  }

  Comparison comparison() {
    return new Comparison(
        NAME, this, List.of(), List.of(Goal.atMost(P50, 10), Goal.atMost(P99, 50)));
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public Map<Metric, Double> round() throws InterruptedException {
    var half = saturating() / 2;
    micros.reset();
    send(half, (int) Math.max(1, half * round.toNanos() / 1e9));
    awaitAll();
    return Map.of(
        RATE, half,
        P50, micros.getValueAtPercentile(50) / 1e3,
        P99, micros.getValueAtPercentile(99) / 1e3);
  }

  private double saturating() throws InterruptedException {
    var begun = System.nanoTime();
    send(Double.POSITIVE_INFINITY, burst);
    awaitAll();
    return burst / ((System.nanoTime() - begun) / 1e9);
  }

  private void send(double perSecond, int events) {
    var begun = System.nanoTime();
    for (var i = 0; i < events; i++) {
      var due = begun + (long) (i * 1e9 / perSecond);
      for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      topic.add(new OrderStory(random.nextInt(orders)).delayed(i, Instant.now()));
    }
    topic.flush();
  }

  /** The view has all there is. */
  private void awaitAll() throws InterruptedException {
    var projection = new OrderDetailsProjection();
    while (slices.of(projection).eventsRead() < topic.size()) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  @Override
  public void close() {
    slices.stop();
    mongo.close();
  }
}
