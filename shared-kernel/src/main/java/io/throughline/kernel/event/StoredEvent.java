package io.throughline.kernel.event;

import io.throughline.kernel.format.EventFormat;
import java.time.Instant;
import java.util.Map;

/**
 * An event as the log holds it, byte by byte: what is published and what is proven. Personal data
 * in it stays sealed.
 *
 * @param globalIndex its place among all events: dense, in the order of commits, from 1
 * @param wireName under which it was stored, which may be an old version's
 * @param payload JSON, exactly the bytes that were hashed
 * @param occurredAt business time (UTC)
 * @param recordedAt wall time (UTC) at which the store took it
 */
public record StoredEvent(
    long globalIndex,
    String aggregateType,
    String aggregateId,
    long sequence,
    String eventId,
    String wireName,
    byte[] payload,
    Map<String, String> metadata,
    Instant occurredAt,
    Instant recordedAt) {

  /** As the format writes it now. */
  public static StoredEvent of(RecordedEvent recorded, EventFormat format) {
    return new StoredEvent(
        recorded.globalIndex(),
        recorded.aggregateType(),
        recorded.aggregateId(),
        recorded.sequence(),
        recorded.eventId(),
        format.wireName(recorded.event()),
        format.write(recorded.event()),
        recorded.metadata(),
        recorded.event().at(),
        recorded.recordedAt());
  }
}
