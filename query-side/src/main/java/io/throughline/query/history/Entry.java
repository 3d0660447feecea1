package io.throughline.query.history;

import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.MetadataKeys;
import io.throughline.kernel.event.StoredEvent;
import io.throughline.kernel.format.EventFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the history keeps it.
 *
 * @param globalIndex its place in the log
 * @param wireName under which it was stored, which may be an old version's
 * @param payload the JSON that was stored; what is sealed in it stays sealed
 * @param occurredAt business time (UTC)
 * @param recordedAt wall time (UTC) at which the log took it
 * @param actor who asked for it, as an opaque id
 * @param source the system it came from
 */
public record Entry(
    long globalIndex,
    String eventId,
    String wireName,
    String payload,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable String actor,
    @Nullable String source) {

  static Entry of(Event event, StoredEvent stored) {
    return new Entry(
        stored.globalIndex(),
        stored.eventId(),
        stored.wireName(),
        new String(stored.payload(), StandardCharsets.UTF_8),
        event.at(),
        stored.recordedAt(),
        stored.metadata().get(MetadataKeys.ACTOR),
        stored.metadata().get(MetadataKeys.SOURCE));
  }

  /** Without opening what is sealed. */
  Event sealed(EventFormat format) {
    return format.readSealed(wireName, bytes());
  }

  Event opened(EventFormat format) {
    return format.read(wireName, bytes());
  }

  byte[] bytes() {
    return payload.getBytes(StandardCharsets.UTF_8);
  }
}
