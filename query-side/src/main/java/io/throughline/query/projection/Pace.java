package io.throughline.query.projection;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** How fast something goes on, over the last ten seconds. */
final class Pace {
  private static final long WINDOW = 10_000_000_000L;

  private record Reading(long nanos, long done) {}

  private final ArrayDeque<Reading> readings = new ArrayDeque<>();

  synchronized void reached(long done) {
    var now = System.nanoTime();
    if (!readings.isEmpty() && readings.getLast().done() > done) {
      readings.clear(); // another one began
    }
    readings.add(new Reading(now, done));
    while (readings.size() > 2 && now - readings.getFirst().nanos() > WINDOW) {
      readings.removeFirst();
    }
  }

  synchronized double perSecond() {
    if (readings.size() < 2) {
      return 0;
    }
    var first = readings.getFirst();
    var last = readings.getLast();
    return (last.done() - first.done()) * 1e9 / Math.max(1, last.nanos() - first.nanos());
  }

  @Nullable Long secondsFor(long left) {
    var rate = perSecond();
    return rate <= 0 ? null : (long) Math.ceil(left / rate);
  }
}
