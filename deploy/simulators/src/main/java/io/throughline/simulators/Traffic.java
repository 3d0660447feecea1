package io.throughline.simulators;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** How many calls one system has had, and how many at a time; it takes no more than its permits. */
final class Traffic {
  private final Semaphore permits;
  private volatile boolean down;
  private volatile Instant maintainedUntil = Instant.EPOCH;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger overPermits = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostAtATime = new AtomicInteger();

  Traffic(int permits) {
    this.permits = new Semaphore(permits);
  }

  /** From now on nothing is worked on, or everything again. */
  void down(boolean isDown) {
    down = isDown;
  }

  boolean isDown() {
    return down;
  }

  /** Until then nothing is worked on (wall time), and whoever asks is told so. */
  void maintained(Instant until) {
    maintainedUntil = until;
  }

  /** How long it will be maintained yet; zero or less: it is not. */
  Duration maintenanceLeft() {
    return Duration.between(Instant.now(), maintainedUntil);
  }

  /** A call that was told so. */
  void turnedAway() {
    turnedAway.incrementAndGet();
  }

  /** Whether the call may be worked on; if so it has to {@link #leave}. */
  boolean enter() {
    calls.incrementAndGet();
    if (!permits.tryAcquire()) {
      overPermits.incrementAndGet();
      return false;
    }
    mostAtATime.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    return true;
  }

  void leave() {
    underWay.decrementAndGet();
    permits.release();
  }

  /**
   * @param mostAtATime worked on at the same time
   * @param overPermits refused because of that
   * @param turnedAway told that the system is being maintained
   */
  record Count(int calls, int mostAtATime, int overPermits, int turnedAway) {}

  Count count() {
    return new Count(calls.get(), mostAtATime.get(), overPermits.get(), turnedAway.get());
  }
}
