package io.throughline.kernel.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** How an event is hashed, and how its hash is linked to its predecessor's. */
public final class EventHash {
  /** Of every hash here, in bytes. */
  public static final int LENGTH = 32;

  private EventHash() {}

  /** What stands in for the predecessor's hash before the first event: 32 zeros. */
  public static byte[] beforeTheFirst() {
    return new byte[LENGTH];
  }

  /**
   * SHA-256 over an event's own fields, in the order of the parameters. Text is UTF-8; text and
   * bytes are preceded by their length in bytes as four bytes, numbers are eight bytes, the event
   * id is its text of 36 characters; all big-endian.
   *
   * @param occurredAt microseconds since 1970, UTC
   */
  public static byte[] digest(
      String aggregateType,
      String aggregateId,
      long sequence,
      UUID eventId,
      String wireName,
      byte[] payload,
      byte[] metadata,
      long occurredAt) {
    var type = utf8(aggregateType);
    var aggregate = utf8(aggregateId);
    var id = utf8(eventId.toString());
    var name = utf8(wireName);
    var texts = type.length + aggregate.length + id.length + name.length;
    var length = 6 * Integer.BYTES + 2 * Long.BYTES + texts + payload.length + metadata.length;
    var bytes = ByteBuffer.allocate(length);
    put(bytes, type);
    put(bytes, aggregate);
    bytes.putLong(sequence);
    put(bytes, id);
    put(bytes, name);
    put(bytes, payload);
    put(bytes, metadata);
    bytes.putLong(occurredAt);
    return digestOfEncoded(bytes.array());
  }

  /**
   * As {@link #digest}, for whoever has the fields one after the other in the form that is hashed.
   */
  public static byte[] digestOfEncoded(byte[] fields) {
    return Sha256.ofThread().digest(fields);
  }

  /**
   * The hash that links an event to its predecessor: SHA-256 over the predecessor's hash (32 bytes;
   * zeros before the first event), the global index and the time of recording (eight bytes each,
   * big-endian), and the event's own digest.
   *
   * @param recordedAt microseconds since 1970, UTC
   */
  public static byte[] link(byte[] predecessor, long globalIndex, long recordedAt, byte[] digest) {
    var bytes = ByteBuffer.allocate(predecessor.length + 2 * Long.BYTES + digest.length);
    bytes.put(predecessor).putLong(globalIndex).putLong(recordedAt).put(digest);
    return Sha256.ofThread().digest(bytes.array());
  }

  /**
   * Microseconds since 1970, UTC; what is finer is cut off.
   *
   * @throws ArithmeticException beyond the years -290,000 to 290,000
   */
  public static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ByteBuffer buffer, byte[] bytes) {
    buffer.putInt(bytes.length).put(bytes);
  }
}
