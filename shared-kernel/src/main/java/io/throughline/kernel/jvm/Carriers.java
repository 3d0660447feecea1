package io.throughline.kernel.jvm;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * The platform threads that carry virtual threads: as many as processors. A virtual thread that
 * loads a class, or waits for one to be initialized, keeps its carrier however long that takes.
 * Once each carrier is kept by one that waits for a virtual thread without a carrier, nothing moves
 * any more; two requests in a restarted application's first seconds are enough on two processors.
 * So somebody looks whether virtual threads still get on, and lends a carrier where they do not.
 */
public final class Carriers {
  private static final Logger log = System.getLogger(Carriers.class.getName());
  private static final AtomicBoolean WATCHED = new AtomicBoolean();
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Wall time. Longer than a busy machine lets a thread wait for its turn; short for a person. */
  private static final Duration STUCK = Duration.ofSeconds(2);

  /** As many looks without trouble, and what was lent is taken back. */
  private static final int CALM = 60;

  private final VirtualThreadSchedulerMXBean scheduler =
      ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
  private final int usual = scheduler.getParallelism();
  private int calm;

  private Carriers() {}

  /** From now on, in all of this JVM; the second time changes nothing. */
  public static void keepMoving() {
    if (WATCHED.compareAndSet(false, true)) {
      Thread.ofPlatform().name("carriers").daemon().start(new Carriers()::watch);
    }
  }

  private void watch() {
    try {
      while (true) {
        look();
        TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
      }
    } catch (InterruptedException _) {
      // nobody is left who could be stuck
    }
  }

  private void look() throws InterruptedException {
    var carried = new CountDownLatch(1);
    Thread.startVirtualThread(carried::countDown);
    var waited = false;
    while (!carried.await(STUCK.toMillis(), TimeUnit.MILLISECONDS)) {
      waited = true;
      lend();
    }
    calm = waited ? 0 : calm + 1;
    if (calm == CALM && scheduler.getParallelism() > usual) {
      scheduler.setParallelism(usual);
    }
  }

  /** Twice as many, for each new one starts the next where there is more to carry. */
  private void lend() throws InterruptedException {
    var more = 2 * scheduler.getParallelism();
    try {
      scheduler.setParallelism(more);
      log.log(Level.WARNING, "Virtual threads wait for a carrier; there are {0} from now on", more);
    } catch (IllegalArgumentException _) {
      log.log(Level.ERROR, "Virtual threads wait for a carrier, and there can be no more of them");
    }
    // the first new one starts with what comes next, from a thread whose queue is empty
    Thread.ofPlatform().start(() -> Thread.startVirtualThread(() -> {})).join();
  }
}
