package io.throughline.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, to be stopped in the opposite order to that in which it began to start.
 * One that cannot be stopped keeps none of the others.
 */
final class StartedThings implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StartedThings.class);

  private record Thing(String name, AutoCloseable closeable) {}

  private final Deque<Thing> things = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(String name, T thing) {
    things.push(new Thing(name, thing));
    return thing;
  }

  /** Begins to start a thing in another thread; stopping waits for it, if it has to. */
  synchronized <T extends AutoCloseable> Future<T> begin(
      String name, ExecutorService threads, Callable<T> start) {
    var beginning = threads.submit(start);
    things.push(new Thing(name, () -> close(beginning)));
    return beginning;
  }

  private static void close(Future<? extends AutoCloseable> beginning) throws Exception {
    AutoCloseable thing;
    try {
      thing = beginning.get();
    } catch (ExecutionException e) {
      return; // it never started, and whoever waited for it was told why
    }
    thing.close();
  }

  @Override
  public synchronized void close() {
    while (!things.isEmpty()) {
      var thing = things.pop();
      try {
        thing.closeable().close();
      } catch (Exception e) { // what AutoCloseable declares
        log.warn("{} did not stop in an orderly way", thing.name(), e);
      }
    }
  }
}
