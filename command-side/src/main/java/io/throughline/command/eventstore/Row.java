package io.throughline.command.eventstore;

import io.throughline.kernel.proof.EventHash;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An event as it will stand in the log, but for its place there.
 *
 * @param occurredAt business time (UTC), to the microsecond
 */
record Row(
    String aggregateType,
    String aggregateId,
    long sequence,
    UUID eventId,
    String wireName,
    byte[] payload,
    byte[] metadata,
    Instant occurredAt) {

  Row {
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
  }

  String aggregate() {
    return aggregateType + "/" + aggregateId;
  }

  /** See {@link EventHash#digest}. */
  byte[] digest() {
    return EventHash.digest(
        aggregateType,
        aggregateId,
        sequence,
        eventId,
        wireName,
        payload,
        metadata,
        micros(occurredAt));
  }

  /** See {@link EventHash#link}. */
  static byte[] link(byte[] predecessor, long globalIndex, Instant recordedAt, byte[] own) {
    return EventHash.link(predecessor, globalIndex, micros(recordedAt), own);
  }

  static long micros(Instant instant) {
    return EventHash.micros(instant);
  }
}
