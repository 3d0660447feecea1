package io.throughline.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, to be stopped in the opposite order. One that cannot be stopped keeps none
 * of the others.
 */
final class StartedThings implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StartedThings.class);

  private record Thing(String name, AutoCloseable closeable) {}

  private final Deque<Thing> things = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(String name, T thing) {
    things.push(new Thing(name, thing));
    return thing;
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
