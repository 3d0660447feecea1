package io.throughline.query.history;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/**
 * What is known of an order's full pages without reading them: a rung for each, of five longs, so
 * that even a history of ten thousand events has a short one. Times are microseconds since 1970
 * (UTC), the earliest rounded down and the latest up: a rung may ask for a page too many, never for
 * one too few.
 */
public record Ladder(@JsonValue String packed) {
  static final Ladder EMPTY = new Ladder("");
  private static final int WIDTH = 5;

  @JsonCreator
  public Ladder {}

  /**
   * @param lastIndex of the page's last event in the log
   * @param earliestRecorded of the page's events
   * @param earliestOccurred of the page's events
   * @param latestRecorded of the page's events and all before
   * @param latestOccurred of the page's events and all before
   */
  record Rung(
      long lastIndex,
      long earliestRecorded,
      long earliestOccurred,
      long latestRecorded,
      long latestOccurred) {

    /** Whether the page and all before it count as they are. */
    boolean isWhollyWithin(Bounds bounds) {
      return latestRecorded <= bounds.recorded() && latestOccurred <= bounds.effective();
    }

    /** Whether none of the page's events counts. */
    boolean isWhollyBeyond(Bounds bounds) {
      return earliestRecorded > bounds.recorded() || earliestOccurred > bounds.effective();
    }
  }

  int size() {
    return packed.isEmpty() ? 0 : longs().remaining() / WIDTH;
  }

  List<Rung> rungs() {
    var longs = longs();
    var rungs = new Rung[longs.remaining() / WIDTH];
    for (var i = 0; i < rungs.length; i++) {
      rungs[i] = new Rung(longs.get(), longs.get(), longs.get(), longs.get(), longs.get());
    }
    return List.of(rungs);
  }

  private java.nio.LongBuffer longs() {
    return ByteBuffer.wrap(Base64.getDecoder().decode(packed)).asLongBuffer();
  }

  /**
   * With a rung for one page more.
   *
   * @param page its events, at least one
   */
  Ladder with(List<Entry> page) {
    var before = Base64.getDecoder().decode(packed);
    var latestRecorded = Long.MIN_VALUE;
    var latestOccurred = Long.MIN_VALUE;
    if (before.length > 0) {
      var last = rungs().getLast();
      latestRecorded = last.latestRecorded();
      latestOccurred = last.latestOccurred();
    }
    var earliestRecorded = Long.MAX_VALUE;
    var earliestOccurred = Long.MAX_VALUE;
    for (var entry : page) {
      earliestRecorded = Math.min(earliestRecorded, down(entry.recordedAt()));
      earliestOccurred = Math.min(earliestOccurred, down(entry.occurredAt()));
      latestRecorded = Math.max(latestRecorded, up(entry.recordedAt()));
      latestOccurred = Math.max(latestOccurred, up(entry.occurredAt()));
    }
    var bytes = ByteBuffer.allocate(before.length + WIDTH * Long.BYTES).put(before);
    bytes
        .putLong(page.getLast().globalIndex())
        .putLong(earliestRecorded)
        .putLong(earliestOccurred)
        .putLong(latestRecorded)
        .putLong(latestOccurred);
    return new Ladder(Base64.getEncoder().encodeToString(bytes.array()));
  }

  static long down(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time.truncatedTo(ChronoUnit.MICROS));
  }

  private static long up(Instant time) {
    var down = down(time);
    return time.truncatedTo(ChronoUnit.MICROS).equals(time) ? down : down + 1;
  }
}
