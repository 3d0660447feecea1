package io.throughline.query.changes;

import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.sockets.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/**
 * One subscription. However often its order changes, at most one change waits: the client is sent
 * the order as it is when the last answer has been taken. So a slow client costs no memory; one
 * that takes nothing for too long is dropped.
 */
final class Watch implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Supplier<Optional<OrderDetails>> order;
  private final Instant until;
  private final Outbox outbox;
  private final FluxSink<Optional<OrderDetails>> sink;
  private final Semaphore changes = new Semaphore(1);

  /**
   * @param order as whoever asks may see it now
   * @param until when the token ends (wall time)
   */
  Watch(
      Supplier<Optional<OrderDetails>> order,
      Instant until,
      Outbox outbox,
      FluxSink<Optional<OrderDetails>> sink) {
    this.order = order;
    this.until = until;
    this.outbox = outbox;
    this.sink = sink;
  }

  /** The order may have changed. */
  void changed() {
    changes.release();
  }

  /** The node stops; whoever still wants to know asks another. */
  void end() {
    sink.complete();
  }

  @Override
  public void run() {
    @Nullable Optional<OrderDetails> last = null;
    try {
      while (!sink.isCancelled() && changes.tryAcquire(left(), TimeUnit.MILLISECONDS)) {
        changes.drainPermits();
        var now = order.get();
        if (!now.equals(last)) {
          if (!outbox.awaitSent(PATIENCE)) {
            outbox.dropSlowClient();
            return;
          }
          outbox.handOver();
          sink.next(now);
          last = now;
        }
      }
      sink.error(new TokenEnded());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // it was unsubscribed
    } catch (RuntimeException e) {
      sink.error(e);
    }
  }

  private long left() {
    var now = Instant.now();
    return until.isAfter(now.plus(Duration.ofDays(1)))
        ? TimeUnit.DAYS.toMillis(1)
        : Math.max(0, Duration.between(now, until).toMillis());
  }
}
