package io.throughline.kernel.event;

import java.time.Instant;
import java.util.Map;

/**
 * An event as the log holds it.
 *
 * @param globalIndex its place among all events: dense, in the order of commits, from 1
 * @param aggregateType {@code order}, {@code customer}, {@code fulfilment}, {@code approval} or
 *     {@code epoch}
 * @param sequence its place among its aggregate's events, from 0
 * @param metadata correlation, causation, trace, actor, source: see {@link MetadataKeys}
 * @param recordedAt wall time (UTC) at which the store took it
 */
public record RecordedEvent(
    long globalIndex,
    String aggregateType,
    String aggregateId,
    long sequence,
    String eventId,
    Event event,
    Map<String, String> metadata,
    Instant recordedAt) {}
