package io.throughline.query.projection;

/**
 * An event that a slice could not fold, or that waits behind one.
 *
 * @param processor as {@code /api/v1/dead-letters/{processor}} takes it
 * @param globalIndex its place in the log
 * @param key of the document that waits
 * @param wireName which event it is
 * @param reason why it could not be folded
 */
public record ParkedEvent(
    String processor, long globalIndex, String key, String wireName, String reason) {}
