package io.throughline.simulators;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** How many calls one system has had, and how many at a time; it takes no more than its permits. */
final class Traffic {
  private final Semaphore permits;
  private volatile boolean down;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger overPermits = new AtomicInteger();
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
   */
  record Count(int calls, int mostAtATime, int overPermits) {}

  Count count() {
    return new Count(calls.get(), mostAtATime.get(), overPermits.get());
  }
}
