package io.throughline.command.publication;

import java.util.Map;

/**
 * Where publishing goes on after a start, given what was published and what Kafka still has. Pure.
 */
final class StartingPoint {
  private StartingPoint() {}

  /**
   * The global index of the last event that need not be published again. A topic that is new, or
   * has lost the end of a partition, is published to again from before the loss; readers know the
   * events they have seen.
   *
   * @param topicId of the topic as it is now
   * @param endOffsets where its partitions end now
   * @param lastIndexes the global index of each partition's last event
   * @param head the global index of the log's last event
   * @throws KafkaAheadOfLog if Kafka holds events that the log has not
   */
  static long of(
      Position position,
      String topicId,
      Map<Integer, Long> endOffsets,
      Map<Integer, Long> lastIndexes,
      long head) {
    var published = lastIndexes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    if (published > head) {
      throw new KafkaAheadOfLog(published, head);
    }
    if (!topicId.equals(position.topicId())) {
      return 0;
    }
    return position.endOffsets().entrySet().stream()
        .filter(partition -> endOffsets.getOrDefault(partition.getKey(), 0L) < partition.getValue())
        .mapToLong(partition -> lastIndexes.getOrDefault(partition.getKey(), 0L))
        .min()
        .orElse(position.globalIndex());
  }
}
