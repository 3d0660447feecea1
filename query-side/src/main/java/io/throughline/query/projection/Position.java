package io.throughline.query.projection;

/**
 * How far a slice has read one partition.
 *
 * @param topicId of the topic; one that was made anew has another, and is read from its beginning
 * @param offset of the next record
 * @param globalIndex of the last event read
 */
record Position(String topicId, int partition, long offset, long globalIndex) {}
