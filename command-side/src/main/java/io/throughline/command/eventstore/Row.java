package io.throughline.command.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  /**
   * SHA-256 over the event's own fields in the order of this record. Text is UTF-8; text and bytes
   * are preceded by their length in bytes as four bytes, numbers are eight bytes, times are
   * microseconds since 1970; all big-endian.
   */
  byte[] digest() {
    var digest = sha256();
    text(digest, aggregateType);
    text(digest, aggregateId);
    number(digest, sequence);
    text(digest, eventId.toString());
    text(digest, wireName);
    bytes(digest, payload);
    bytes(digest, metadata);
    number(digest, micros(occurredAt));
    return digest.digest();
  }

  /**
   * The hash that links an event to its predecessor: SHA-256 over the predecessor's hash (32 bytes;
   * zeros before the first event), the global index, the time of recording in microseconds (eight
   * bytes each, big-endian) and {@link #digest()}.
   */
  static byte[] link(byte[] predecessor, long globalIndex, Instant recordedAt, byte[] own) {
    var digest = sha256();
    digest.update(predecessor);
    number(digest, globalIndex);
    number(digest, micros(recordedAt));
    return digest.digest(own);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static void text(MessageDigest digest, String text) {
    bytes(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static void number(MessageDigest digest, long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }
}
