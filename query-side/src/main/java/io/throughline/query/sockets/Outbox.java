package io.throughline.query.sockets;

import graphql.GraphQLContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to one client. A subscription hands over its next answer only when the last
 * one is on the wire.
 */
public class Outbox {
  static final String KEY = Outbox.class.getName();

  private static final Outbox ON_THE_CALLERS_THREAD =
      new Outbox() {
        @Override
        public boolean awaitSent(Duration patience) {
          return true; // an answer by HTTP is written before whoever wrote it goes on
        }
      };

  private long handedOver;
  private long sent;

  Outbox() {}

  public static Outbox of(GraphQLContext context) {
    @Nullable Object ours = context.getOrDefault(KEY, null);
    return ours instanceof Outbox outbox ? outbox : ON_THE_CALLERS_THREAD;
  }

  /** One more answer is on its way. */
  public synchronized void handOver() {
    handedOver++;
  }

  synchronized void sent() {
    sent++;
    notifyAll();
  }

  /**
   * Waits until all that was handed over has been sent.
   *
   * @param patience wall time
   * @return whether it was
   */
  public synchronized boolean awaitSent(Duration patience) throws InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    while (sent < handedOver) {
      var left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** Ends the connection, because its client does not keep up. */
  public void dropSlowClient() {}
}
