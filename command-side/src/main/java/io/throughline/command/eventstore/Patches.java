package io.throughline.command.eventstore;

import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.format.EventFormat;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events as two people agreed that they are handled. */
final class Patches {
  /** What was approved was opened with its approval. */
  private static final EventFormat PLAIN = new EventFormat();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Patches() {}

  static RecordedEvent apply(RecordedEvent recorded, String approval, EventLog log) {
    return log.of("approval/" + approval).stream()
        .map(RecordedEvent::event)
        .filter(ApprovalGranted.class::isInstance)
        .map(it -> ((ApprovalGranted) it).subject())
        .filter(Subject.PatchDeadLetter.class::isInstance)
        .map(it -> ((Subject.PatchDeadLetter) it).payload())
        .findFirst()
        .map(payload -> with(recorded, read(recorded.event(), payload)))
        .orElse(recorded);
  }

  /**
   * @throws io.throughline.kernel.format.UnreadableEvent if the payload is no such event
   */
  static Event read(Event before, String payload) {
    return PLAIN.read(PLAIN.wireName(before), payload.getBytes(StandardCharsets.UTF_8));
  }

  /** The first field that the event has and the payload has not; empty if it lacks none. */
  static String lacking(Event before, String payload) {
    return lacking(JSON.readTree(write(before)), JSON.readTree(payload), "");
  }

  private static String lacking(JsonNode before, JsonNode after, String path) {
    for (var field : before.properties()) {
      var place = path + "/" + field.getKey();
      var now = after.path(field.getKey());
      if (now.isMissingNode() || now.isNull()) {
        return place;
      }
      var within = lacking(field.getValue(), now, place);
      if (!within.isEmpty()) {
        return within;
      }
    }
    return "";
  }

  static String write(Event event) {
    return new String(PLAIN.write(event), StandardCharsets.UTF_8);
  }

  private static RecordedEvent with(RecordedEvent recorded, Event event) {
    return new RecordedEvent(
        recorded.globalIndex(),
        recorded.aggregateType(),
        recorded.aggregateId(),
        recorded.sequence(),
        recorded.eventId(),
        event,
        recorded.metadata(),
        recorded.recordedAt());
  }
}
