package io.throughline.command.eventstore;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;

/**
 * Work that goes on for as long as the application does, on one node of the cluster at a time: a
 * node that waits takes over when the one at work is gone. It outlives whatever goes wrong, for
 * nobody else would go on.
 */
public abstract class ClusterSingleton implements SmartLifecycle {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final String name;
  private final ClusterLock.Work work;
  private final DataSource dataSource;
  private volatile boolean running;
  private Thread thread = Thread.ofPlatform().unstarted(() -> {});

  /**
   * @param name of its thread
   */
  protected ClusterSingleton(String name, ClusterLock.Work work, DataSource dataSource) {
    this.name = name;
    this.work = work;
    this.dataSource = dataSource;
  }

  /**
   * Works until {@link #isRunning} says no, and looks now and then whether the lock is held still.
   */
  protected abstract void work(ClusterLock lock)
      throws SQLException, IOException, InterruptedException;

  /** Tells of it; answers after how long the work begins anew. */
  protected abstract Duration failed(Exception e);

  /** Another node is at work. */
  protected void standsBy() {}

  @Override
  public final void start() {
    running = true;
    thread = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  private void run() {
    while (running) {
      try {
        var lock = ClusterLock.tryAcquire(dataSource, work);
        if (lock.isPresent()) {
          try (var held = lock.get()) {
            work(held);
          }
        } else {
          standsBy();
          pause(LOOK);
        }
      } catch (InterruptedException _) {
        // whoever stops it has said so
      } catch (SQLException | IOException | RuntimeException e) {
        if (running) {
          pause(failed(e));
        }
      }
    }
  }

  /** Shorter where it is stopped meanwhile. */
  protected final void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException _) {
      // whoever stops it has said so
    }
  }

  /** It does not begin anew, though the application goes on. */
  protected final void end() {
    running = false;
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
    awaitEnd();
  }

  /** Lets it come to its end by itself, so that it can do what is to be done last. */
  protected final void stopGently() {
    running = false;
    awaitEnd();
    thread.interrupt();
  }

  private void awaitEnd() {
    try {
      thread.join(LONGEST_STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public final boolean isRunning() {
    return running;
  }
}
