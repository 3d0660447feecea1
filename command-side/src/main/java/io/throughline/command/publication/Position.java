package io.throughline.command.publication;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the log is published.
 *
 * @param topicId of the topic it was published to; a topic that was deleted and made again has
 *     another
 * @param endOffsets where each partition ended then
 */
record Position(long globalIndex, @Nullable String topicId, Map<Integer, Long> endOffsets) {}
