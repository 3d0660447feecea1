package io.throughline.command.eventstore;

import io.throughline.kernel.event.CustomerEvent.CustomerKeyDeleted;
import io.throughline.kernel.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The newest end of the log, asked for and decoded once for all the processors of a node that
 * follow it. Whoever is further behind reads for itself. Nothing from before a key was deleted is
 * kept: personal texts are readable in here.
 */
final class RecentEvents {
  private static final int KEPT = 2_000;
  private static final long NEVER = -1;

  private final EventLog log;
  private final LongSupplier raised;

  /** The events right behind {@link #before}; the index has no gaps. */
  private final List<RecordedEvent> kept = new ArrayList<>();

  private long before = NEVER;

  /** The index of the last deletion of a key; 0 before the first. */
  private long deleted;

  /** How often the signal had been raised when the log was last read to its end. */
  private long readAt = NEVER;

  /**
   * @param raised how often readers were told so far that the log has grown
   */
  RecentEvents(EventLog log, LongSupplier raised) {
    this.log = log;
    this.raised = raised;
  }

  /**
   * As {@link EventLog#after}, for events of which the signal has told.
   *
   * @return fewer than the limit only where the log ended
   */
  List<RecordedEvent> after(long globalIndex, int limit) {
    synchronized (this) {
      if (before == NEVER) {
        before = log.head();
      }
      if (globalIndex >= before) {
        if (globalIndex >= end()) {
          readOn(globalIndex, limit);
        }
        var from = (int) (globalIndex - before);
        var found = List.copyOf(kept.subList(from, Math.min(kept.size(), from + limit)));
        letGo();
        return found;
      }
    }
    return log.after(globalIndex, limit);
  }

  private long end() {
    return before + kept.size();
  }

  private void readOn(long globalIndex, int limit) {
    var now = raised.getAsLong();
    if (globalIndex > end()) { // somebody who was behind has read further
      kept.clear();
      before = globalIndex;
    } else if (now == readAt) {
      return;
    }
    var read = log.after(globalIndex, limit);
    readAt = read.size() < limit ? now : NEVER;
    for (var event : read) {
      kept.add(event);
      if (event.event() instanceof CustomerKeyDeleted) {
        deleted = event.globalIndex();
      }
    }
  }

  private void letGo() {
    var old = kept.size() > 2 * KEPT ? kept.size() - KEPT : 0;
    var gone = (int) Math.max(old, deleted - before);
    if (gone > 0) {
      kept.subList(0, gone).clear();
      before += gone;
    }
  }
}
