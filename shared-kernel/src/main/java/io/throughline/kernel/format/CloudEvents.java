package io.throughline.kernel.format;

import io.throughline.kernel.event.MetadataKeys;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.StoredEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a recorded event is published: CloudEvents 1.0, Kafka binding, binary mode. The value is the
 * event's JSON; all else stands in headers named {@code ce_…}. The record's key is the event's
 * owner, a customer's number as a rule.
 */
public final class CloudEvents {
  /** All events, for good, partitioned by customer. */
  public static final String TOPIC = "throughline.events.v1";

  public static final String ID = "ce_id";
  public static final String TYPE = "ce_type";
  public static final String GLOBAL_INDEX = "ce_globalindex";

  /** Wall time (UTC) at which the store took the event. */
  public static final String RECORDED_TIME = "ce_recordedtime";

  private static final String SPEC_VERSION = "ce_specversion";
  private static final String SOURCE = "ce_source";

  /** The aggregate, as in {@code order/SO-1}. */
  public static final String SUBJECT = "ce_subject";

  private static final String TIME = "ce_time";
  private static final String AGGREGATE_TYPE = "ce_aggregatetype";
  private static final String SEQUENCE = "ce_sequence";
  private static final String CONTENT_TYPE = "content-type";

  /** Metadata key to header: extension attributes must be small letters and digits. */
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          MetadataKeys.CORRELATION, "ce_correlationid",
          MetadataKeys.CAUSATION, "ce_causationid",
          MetadataKeys.TRACE, "ce_traceparent",
          MetadataKeys.ACTOR, "ce_actor",
          MetadataKeys.SOURCE, "ce_origin");

  private CloudEvents() {}

  public static Map<String, String> headers(StoredEvent stored) {
    var headers = new LinkedHashMap<String, String>();
    headers.put(SPEC_VERSION, "1.0");
    headers.put(ID, stored.eventId());
    headers.put(TYPE, stored.wireName());
    headers.put(SOURCE, "/throughline/" + stored.aggregateType());
    headers.put(SUBJECT, stored.aggregateId());
    headers.put(TIME, stored.occurredAt().toString());
    headers.put(CONTENT_TYPE, "application/json");
    headers.put(GLOBAL_INDEX, Long.toString(stored.globalIndex()));
    headers.put(AGGREGATE_TYPE, stored.aggregateType());
    headers.put(SEQUENCE, Long.toString(stored.sequence()));
    headers.put(RECORDED_TIME, stored.recordedAt().toString());
    EXTENSIONS.forEach(
        (key, header) -> {
          var value = stored.metadata().get(key);
          if (value != null) {
            headers.put(header, value);
          }
        });
    return headers;
  }

  /**
   * @throws UnreadableEvent if a header is missing or the value is not what its type promises
   */
  public static RecordedEvent read(Map<String, String> headers, byte[] value, EventFormat format) {
    return new RecordedEvent(
        Long.parseLong(required(headers, GLOBAL_INDEX)),
        required(headers, AGGREGATE_TYPE),
        required(headers, SUBJECT),
        Long.parseLong(required(headers, SEQUENCE)),
        required(headers, ID),
        format.read(required(headers, TYPE), value),
        metadata(headers),
        Instant.parse(required(headers, RECORDED_TIME)));
  }

  /**
   * As it was stored; what is sealed in it stays sealed.
   *
   * @throws UnreadableEvent if a header is missing
   */
  public static StoredEvent stored(Map<String, String> headers, byte[] value) {
    return new StoredEvent(
        Long.parseLong(required(headers, GLOBAL_INDEX)),
        required(headers, AGGREGATE_TYPE),
        required(headers, SUBJECT),
        Long.parseLong(required(headers, SEQUENCE)),
        required(headers, ID),
        required(headers, TYPE),
        value,
        metadata(headers),
        Instant.parse(required(headers, TIME)),
        Instant.parse(required(headers, RECORDED_TIME)));
  }

  private static Map<String, String> metadata(Map<String, String> headers) {
    var metadata = new LinkedHashMap<String, String>();
    EXTENSIONS.forEach(
        (key, header) -> {
          var given = headers.get(header);
          if (given != null) {
            metadata.put(key, given);
          }
        });
    return Map.copyOf(metadata);
  }

  private static String required(Map<String, String> headers, String name) {
    var value = headers.get(name);
    if (value == null) {
      throw new UnreadableEvent("A published event lacks its header " + name + ".");
    }
    return value;
  }
}
