package io.throughline.simulators.salesforce;

import io.throughline.simulators.salesforce.OrgEntry.Published;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * The events of each topic, in order. Replay ids are opaque to whoever reads and grow without being
 * contiguous; those of events older than the retention are not known any more.
 */
final class Bus {
  private static final long FIRST_ID = 1_000;

  /** Ids leave gaps, as Salesforce's do. */
  private static final long STRIDE = 3;

  record Event(long replayId, Published published) {}

  private final Map<String, List<Event>> topics = new HashMap<>();
  private final Map<String, Integer> forgotten = new HashMap<>();
  private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

  synchronized void add(Published published) {
    var events = topics.computeIfAbsent(published.topic(), _ -> new ArrayList<>());
    events.add(new Event(idOf(events.size()), published));
  }

  void tell() {
    listeners.forEach(Runnable::run);
  }

  void listen(Runnable listener) {
    listeners.add(listener);
  }

  void leave(Runnable listener) {
    listeners.remove(listener);
  }

  synchronized List<Event> from(String topic, int position, int limit) {
    var events = topics.getOrDefault(topic, List.of());
    return position >= events.size()
        ? List.of()
        : List.copyOf(events.subList(position, Math.min(events.size(), position + limit)));
  }

  synchronized int end(String topic) {
    return topics.getOrDefault(topic, List.of()).size();
  }

  /** The first that is still kept. */
  synchronized int beginning(String topic, Instant now, Duration retention) {
    var events = topics.getOrDefault(topic, List.of());
    var first = forgotten.getOrDefault(topic, 0);
    while (first < events.size()
        && events.get(first).published().at().plus(retention).isBefore(now)) {
      first++;
    }
    forgotten.put(topic, first);
    return first;
  }

  /** As if the retention of all that there is were over. */
  synchronized void forgetAll(String topic) {
    forgotten.put(topic, end(topic));
  }

  /**
   * Where a subscription goes on that has had the event; empty if the id is not known, or not any
   * more. What follows the last event that was forgotten may be asked for as well as its successor.
   */
  synchronized OptionalInt after(String topic, byte[] replayId, int beginning) {
    if (replayId.length != Long.BYTES) {
      return OptionalInt.empty();
    }
    var offset = ByteBuffer.wrap(replayId).getLong() - FIRST_ID;
    var position = offset / STRIDE + 1;
    var isKnown = offset % STRIDE == 0 && offset >= -STRIDE && position <= end(topic);
    var isKept = position > beginning || (position == 0 && beginning == 0);
    return isKnown && isKept ? OptionalInt.of((int) position) : OptionalInt.empty();
  }

  static byte[] bytes(long replayId) {
    return ByteBuffer.allocate(Long.BYTES).putLong(replayId).array();
  }

  static long idOf(int position) {
    return FIRST_ID + STRIDE * position;
  }
}
