package io.throughline.kernel.proof;

import java.util.UUID;

/**
 * An event as it stands in the log, with exactly the bytes that were hashed.
 *
 * @param globalIndex its place in the log, from 1
 * @param recordedAt when we recorded it: microseconds since 1970, UTC
 * @param sequence its place among its aggregate's events, from 0
 * @param occurredAt when it happened in business time: microseconds since 1970, UTC
 */
public record LoggedEvent(
    long globalIndex,
    long recordedAt,
    String aggregateType,
    String aggregateId,
    long sequence,
    UUID eventId,
    String wireName,
    byte[] payload,
    byte[] metadata,
    long occurredAt) {

  /**
   * Its hash, if it follows the event that has that one.
   *
   * @param predecessor 32 bytes
   */
  public byte[] link(byte[] predecessor) {
    var digest =
        EventHash.digest(
            aggregateType, aggregateId, sequence, eventId, wireName, payload, metadata, occurredAt);
    return EventHash.link(predecessor, globalIndex, recordedAt, digest);
  }
}
