package io.throughline.query.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a generation has read one partition.
 *
 * @param topicId of the topic; one that was made anew has another, and is read from its beginning
 * @param offset of the next record
 * @param globalIndex of the last event read
 * @param recordedAt when the store took that event (wall time, UTC)
 * @param target where the partition ended when a node last began to read it: until then the
 *     generation is catching up
 */
record Position(
    String topicId,
    int partition,
    long offset,
    long globalIndex,
    @Nullable Instant recordedAt,
    long target) {

  static Position beginning(String topicId, int partition) {
    return new Position(topicId, partition, 0, 0, null, 0);
  }

  Position until(long end) {
    return new Position(topicId, partition, offset, globalIndex, recordedAt, end);
  }

  Position after(long next, long index, Instant at) {
    return new Position(topicId, partition, next, Math.max(index, globalIndex), at, target);
  }

  /** Events that nobody can read move it on, too. */
  Position after(long next) {
    return new Position(topicId, partition, next, globalIndex, recordedAt, target);
  }

  boolean isCatchingUp() {
    return offset < target;
  }
}
