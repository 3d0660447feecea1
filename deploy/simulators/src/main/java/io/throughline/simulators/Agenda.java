package io.throughline.simulators;

import io.throughline.kernel.BusinessClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is going to happen by itself, at a business time. Kept in memory: after a start it is filled
 * again from state.
 */
public final class Agenda implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Agenda.class);
  private static final long TICK_MILLIS = 10;

  private record Item(Instant due, long number, Runnable action) {}

  private final BusinessClock clock;
  private final PriorityQueue<Item> items =
      new PriorityQueue<>(Comparator.comparing(Item::due).thenComparingLong(Item::number));
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("simulators").daemon().factory());
  private long count;

  public Agenda(BusinessClock clock) {
    this.clock = clock;
    var _ =
        ticker.scheduleWithFixedDelay(this::run, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  public synchronized void at(Instant due, Runnable action) {
    items.add(new Item(due, count++, action));
  }

  private void run() {
    for (var item = due(); item != null; item = due()) {
      try {
        item.action().run();
      } catch (RuntimeException e) {
        log.error("Something that was to happen at {} failed", item.due(), e);
      }
    }
  }

  private synchronized @Nullable Item due() {
    var next = items.peek();
    return next == null || next.due().isAfter(clock.instant()) ? null : items.poll();
  }

  @Override
  public void close() {
    ticker.shutdownNow();
  }
}
