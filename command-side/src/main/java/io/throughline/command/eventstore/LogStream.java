package io.throughline.command.eventstore;

import io.throughline.kernel.event.RecordedEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A reader that follows the log, page by page, and wakes when it grows. While a full page is being
 * handled the next one is read already.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {
  private static final int PAGE = 500;

  private final RecentEvents log;
  private final LogSignal signal;
  private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
  private final Object monitor = new Object();
  private final Runnable wake = this::wake;
  private long position;
  private boolean maybeMore = true;
  private @Nullable Runnable onAvailable;
  private @Nullable CompletableFuture<List<RecordedEvent>> ahead;

  LogStream(RecentEvents log, LogSignal signal, long position) {
    this.log = log;
    this.signal = signal;
    this.position = position;
    signal.add(wake);
  }

  private void wake() {
    Runnable callback;
    synchronized (monitor) {
      maybeMore = true;
      callback = onAvailable;
      monitor.notifyAll();
    }
    if (callback != null) {
      callback.run();
    }
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    fill();
    return Optional.ofNullable(page.peek());
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    var deadline = System.nanoTime() + unit.toNanos(timeout);
    fill();
    while (page.isEmpty()) {
      var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      synchronized (monitor) {
        if (!maybeMore) {
          monitor.wait(left);
        }
      }
      fill();
    }
    return true;
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
      // the log has not grown yet
    }
    return page.remove();
  }

  /** Takes the next page, but asks the database only after somebody said that there may be more. */
  private void fill() {
    if (!page.isEmpty()) {
      return;
    }
    if (ahead == null) {
      synchronized (monitor) {
        if (!maybeMore) {
          return;
        }
        maybeMore = false;
      }
    }
    var events = next();
    for (var event : events) {
      page.add(LogEngine.tracked(event));
      position = event.globalIndex();
    }
    if (events.size() == PAGE) {
      readAhead();
    }
  }

  private List<RecordedEvent> next() {
    if (ahead == null) {
      return log.after(position, PAGE);
    }
    var read = ahead;
    ahead = null;
    try {
      return read.join();
    } catch (CompletionException e) {
      synchronized (monitor) {
        maybeMore = true;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void readAhead() {
    var from = position;
    ahead = CompletableFuture.supplyAsync(() -> log.after(from, PAGE), Thread::startVirtualThread);
  }

  @Override
  public boolean setOnAvailableCallback(Runnable callback) {
    synchronized (monitor) {
      onAvailable = callback;
    }
    return true;
  }

  @Override
  public void close() {
    signal.remove(wake);
  }
}
