package io.throughline.query.changes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * This node's subscriptions, by order. They end first when the node stops: the web server waits for
 * whatever is being answered, and they are answered for hours.
 */
@Component
class Watches implements SmartLifecycle {
  private static final int MOST = 10_000;

  private final Map<String, Set<Watch>> byOrder = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean running;

  Watches(MeterRegistry meters) {
    Gauge.builder("throughline.subscriptions", count::get)
        .description("Open subscriptions of this node")
        .register(meters);
  }

  /**
   * @throws TooManyWatches if the node has as many as it may
   */
  void add(String order, Watch watch) {
    if (count.incrementAndGet() > MOST) {
      count.decrementAndGet();
      throw new TooManyWatches();
    }
    byOrder.compute(
        order,
        (_, known) -> {
          var all = known == null ? ConcurrentHashMap.<Watch>newKeySet() : known;
          all.add(watch);
          return all;
        });
  }

  void remove(String order, Watch watch) {
    byOrder.computeIfPresent(
        order,
        (_, known) -> {
          if (known.remove(watch)) {
            count.decrementAndGet();
          }
          return known.isEmpty() ? null : known;
        });
  }

  boolean isWatched(String order) {
    return byOrder.containsKey(order);
  }

  Set<String> orders() {
    return Set.copyOf(byOrder.keySet());
  }

  Set<Watch> of(String order) {
    return byOrder.getOrDefault(order, Set.of());
  }

  Collection<Watch> all() {
    return byOrder.values().stream().flatMap(Collection::stream).toList();
  }

  @Override
  public void start() {
    running = true;
  }

  /** In the last of the phases, which is stopped before the web server's. */
  @Override
  public void stop() {
    running = false;
    all().forEach(Watch::end);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
