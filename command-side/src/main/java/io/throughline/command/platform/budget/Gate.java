package io.throughline.command.platform.budget;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Deals out this node's permits. Among lanes that wait the one goes first that has had least beside
 * its weight (start-time fair queueing), so none starves; one that comes after a while begins where
 * the others are. Backfill leaves the last free permit to whoever comes.
 */
final class Gate {
  private final boolean rated;
  private final LongSupplier nanos;
  private final Map<Lane, Queue> queues = new EnumMap<>(Lane.class);
  private double served;
  private int inUse;
  private int limit;
  private long usableUntil;
  private long pausedUntil;
  private long tokensUntil;

  private static final class Queue {
    final Deque<Waiter> waiting = new ArrayDeque<>();
    int inUse;
    int peak;
    int granted;
    int tokens;
    double next;
  }

  private static final class Waiter {
    final CountDownLatch woken = new CountDownLatch(1);
    boolean admitted;
  }

  /**
   * @param rated whether a call needs a token of the account's rate, too
   * @param nanos as {@link System#nanoTime}
   */
  Gate(boolean rated, LongSupplier nanos) {
    this.rated = rated;
    this.nanos = nanos;
    for (var lane : Lane.values()) {
      queues.put(lane, new Queue());
    }
    var now = nanos.getAsLong();
    usableUntil = now;
    pausedUntil = now;
    tokensUntil = now;
  }

  /**
   * Waits for a permit.
   *
   * @return whether there is one now, to be given back
   */
  boolean enter(Lane lane, Duration patience) throws InterruptedException {
    var waiter = new Waiter();
    synchronized (this) {
      var queue = queue(lane);
      if (queue.waiting.isEmpty()) {
        queue.next = Math.max(queue.next, served);
      }
      queue.waiting.add(waiter);
      queue.peak = Math.max(queue.peak, queue.inUse + queue.waiting.size());
      admit();
      if (waiter.admitted) {
        return true;
      }
    }
    try {
      if (waiter.woken.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      if (isLate(lane, waiter)) {
        leave(lane);
      }
      throw e;
    }
    return isLate(lane, waiter);
  }

  /** Whether it was admitted while it gave up waiting. */
  private synchronized boolean isLate(Lane lane, Waiter waiter) {
    if (!waiter.admitted) {
      queue(lane).waiting.remove(waiter);
    }
    return waiter.admitted;
  }

  synchronized void leave(Lane lane) {
    queue(lane).inUse--;
    inUse--;
    admit();
  }

  /** Time has passed: a pause may be over. */
  synchronized void admit() {
    var now = nanos.getAsLong();
    if (now - usableUntil > 0 || now - pausedUntil < 0) {
      return;
    }
    for (var queue = mostUrgent(now); queue != null; queue = mostUrgent(now)) {
      var waiter = queue.waiting.remove();
      waiter.admitted = true;
      queue.inUse++;
      queue.granted++;
      inUse++;
      waiter.woken.countDown();
    }
  }

  private @Nullable Queue mostUrgent(long now) {
    Lane best = null;
    for (var lane : Lane.values()) {
      var queue = queue(lane);
      if (!queue.waiting.isEmpty()
          && inUse < limitOf(lane)
          && hasToken(lane, now)
          && (best == null || queue.next < queue(best).next)) {
        best = lane;
      }
    }
    if (best == null) {
      return null;
    }
    var queue = queue(best);
    served = queue.next;
    queue.next += 1.0 / best.weight();
    takeToken(best);
    return queue;
  }

  private int limitOf(Lane lane) {
    return lane == Lane.BACKFILL && limit > 1 ? limit - 1 : limit;
  }

  /** A lane may use its own tokens, and those of the lanes below it. */
  private boolean hasToken(Lane lane, long now) {
    return !rated || (now - tokensUntil <= 0 && tokenFor(lane) != null);
  }

  private void takeToken(Lane lane) {
    var from = rated ? tokenFor(lane) : null;
    if (from != null) {
      from.tokens--;
    }
  }

  private @Nullable Queue tokenFor(Lane lane) {
    for (var other : Lane.values()) {
      if (other.compareTo(lane) >= 0 && queue(other).tokens > 0) {
        return queue(other);
      }
    }
    return null;
  }

  /** The most calls that each lane had under way or waiting since it was last asked. */
  synchronized Map<Lane, Integer> wanted() {
    var wanted = new EnumMap<Lane, Integer>(Lane.class);
    queues.forEach(
        (lane, queue) -> {
          wanted.put(lane, queue.peak);
          queue.peak = queue.inUse + queue.waiting.size();
        });
    return wanted;
  }

  /** Calls that each lane began since it was last asked, and those that wait. */
  synchronized Map<Lane, Integer> pace() {
    var pace = new EnumMap<Lane, Integer>(Lane.class);
    queues.forEach(
        (lane, queue) -> {
          pace.put(lane, queue.granted + queue.waiting.size());
          queue.granted = 0;
        });
    return pace;
  }

  /**
   * From now on no call begins beyond so many.
   *
   * @return how many permits are needed still: more, while more calls are under way
   */
  synchronized int shrinkTo(int permits) {
    limit = Math.min(limit, permits);
    return Math.max(permits, inUse);
  }

  /**
   * @param until the last moment at which a call may begin
   */
  synchronized void renewed(int permits, long until) {
    limit = permits;
    usableUntil = until;
    admit();
  }

  synchronized void pauseUntil(long moment) {
    if (moment - pausedUntil > 0) {
      pausedUntil = moment;
    }
  }

  /** Zero if there is no pause. */
  synchronized Duration pause() {
    return Duration.ofNanos(Math.max(0, pausedUntil - nanos.getAsLong()));
  }

  /** How many tokens were not used; they cannot be used any more. */
  synchronized int surrenderTokens() {
    var unused = 0;
    for (var queue : queues.values()) {
      unused += queue.tokens;
      queue.tokens = 0;
    }
    return unused;
  }

  synchronized void tokens(Map<Lane, Integer> drawn, long until) {
    drawn.forEach((lane, calls) -> queue(lane).tokens = calls);
    tokensUntil = until;
    admit();
  }

  /** Whether somebody waits and this node has nothing to deal out. */
  synchronized boolean isStarving() {
    return Arrays.stream(Lane.values())
        .anyMatch(lane -> !queue(lane).waiting.isEmpty() && !hasAny(lane));
  }

  /** Whether the lease lets the lane call at all, be it after a while. */
  synchronized boolean hasAny(Lane lane) {
    return limit() > 0 && hasToken(lane, nanos.getAsLong());
  }

  synchronized boolean isIdle() {
    return queues.values().stream()
        .allMatch(queue -> queue.peak == 0 && queue.inUse == 0 && queue.waiting.isEmpty());
  }

  synchronized int limit() {
    return nanos.getAsLong() - usableUntil > 0 ? 0 : limit;
  }

  synchronized int inUse(Lane lane) {
    return queue(lane).inUse;
  }

  synchronized int waiting(Lane lane) {
    return queue(lane).waiting.size();
  }

  private Queue queue(Lane lane) {
    var queue = queues.get(lane);
    if (queue == null) {
      throw new IllegalStateException("Every lane has a queue.");
    }
    return queue;
  }
}
