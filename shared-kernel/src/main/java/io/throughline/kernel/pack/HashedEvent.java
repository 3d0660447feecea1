package io.throughline.kernel.pack;

import io.throughline.kernel.proof.LoggedEvent;
import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.StrictBase64;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * An event with the hash that the log has for it, as one line of {@code events.ndjson}. Bytes are
 * Base64, times are microseconds since 1970.
 *
 * @param hash 32 bytes; whether it fits is for the reader to check
 */
public record HashedEvent(LoggedEvent event, byte[] hash) {

  /** One line, without its end. */
  public byte[] line() {
    return StrictJson.write(this::write);
  }

  /**
   * @param line without its end
   * @throws ProofRefused if it is not such a line
   */
  public static HashedEvent read(byte[] line) {
    return StrictJson.read(line, "The event", HashedEvent::fields, HashedEvent::line);
  }

  /**
   * @return its hash, now known to follow the predecessor's
   * @throws ProofRefused if its bytes do not fit its hash
   */
  public byte[] requireFollows(byte[] predecessor) {
    var link = event.link(predecessor);
    if (!Arrays.equals(link, hash)) {
      throw new ProofRefused("Event " + event.globalIndex() + " does not fit its hash");
    }
    return link;
  }

  void write(JsonGenerator json) {
    json.writeNumberProperty("globalIndex", event.globalIndex());
    json.writeNumberProperty("recordedAt", event.recordedAt());
    json.writeStringProperty("aggregateType", event.aggregateType());
    json.writeStringProperty("aggregateId", event.aggregateId());
    json.writeNumberProperty("sequence", event.sequence());
    json.writeStringProperty("eventId", event.eventId().toString());
    json.writeStringProperty("wireName", event.wireName());
    json.writeStringProperty("payload", StrictBase64.encode(event.payload()));
    json.writeStringProperty("metadata", StrictBase64.encode(event.metadata()));
    json.writeNumberProperty("occurredAt", event.occurredAt());
    json.writeStringProperty("hash", StrictBase64.encode(hash));
  }

  static HashedEvent fields(Fields fields) {
    var event =
        new LoggedEvent(
            fields.number("globalIndex"),
            fields.number("recordedAt"),
            fields.text("aggregateType"),
            fields.text("aggregateId"),
            fields.number("sequence"),
            fields.id("eventId"),
            fields.text("wireName"),
            fields.bytes("payload"),
            fields.bytes("metadata"),
            fields.number("occurredAt"));
    return new HashedEvent(event, fields.hash("hash"));
  }

  static void writeHashes(JsonGenerator json, String field, List<byte[]> hashes) {
    json.writeArrayPropertyStart(field);
    hashes.forEach(hash -> json.writeString(StrictBase64.encode(hash)));
    json.writeEndArray();
  }
}
