package io.throughline.command.eventstore.notary;

import io.throughline.kernel.proof.EventHash;
import io.throughline.kernel.proof.LoggedEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * An event as the database holds it, which need not be as it was written. It stays in the bytes in
 * which it came, which are laid out almost as they are hashed: who only looks at it makes no
 * objects of them.
 */
public final class StoredRow {
  static final String COLUMNS =
      "global_index::bigint, recorded_at::timestamptz, aggregate_type::text, aggregate_id::text,"
          + " sequence::bigint, event_id::uuid, wire_name::text, payload::bytea, metadata::bytea,"
          + " occurred_at::timestamptz, hash::bytea";

  static final int FIELDS = 11;

  private static final int GLOBAL_INDEX = 0;
  private static final int RECORDED_AT = 1;
  private static final int AGGREGATE_TYPE = 2;
  private static final int AGGREGATE_ID = 3;
  private static final int SEQUENCE = 4;
  private static final int EVENT_ID = 5;
  private static final int WIRE_NAME = 6;
  private static final int PAYLOAD = 7;
  private static final int METADATA = 8;
  private static final int OCCURRED_AT = 9;
  private static final int HASH = 10;

  private static final int NULL = -1;

  /** PostgreSQL counts from 2000. */
  private static final long MICROS_UP_TO_2000 = 946_684_800_000_000L;

  private final ByteBuffer bytes;
  private final int[] starts;
  private final int[] lengths;

  /**
   * @param bytes that nobody changes any more; each field is preceded by its length in four bytes
   * @param starts of the fields
   * @param lengths of the fields; -1 for null
   */
  StoredRow(byte[] bytes, int[] starts, int[] lengths) {
    this.bytes = ByteBuffer.wrap(bytes);
    this.starts = starts;
    this.lengths = lengths;
  }

  /** Whether no column is null; those that are, are zero or empty here. */
  boolean isWhole() {
    for (var length : lengths) {
      if (length == NULL) {
        return false;
      }
    }
    return true;
  }

  public long globalIndex() {
    return number(GLOBAL_INDEX);
  }

  /** The hash that the database has for it. */
  public byte[] hash() {
    return copy(HASH);
  }

  /**
   * What {@link LoggedEvent#link} gives for this event; only for a whole one.
   *
   * @param predecessor 32 bytes
   */
  byte[] link(byte[] predecessor) {
    var first = starts[AGGREGATE_TYPE] - Integer.BYTES;
    var firstLength = end(AGGREGATE_ID) - first;
    var second = starts[WIRE_NAME] - Integer.BYTES;
    var secondLength = end(METADATA) - second;
    var encoded =
        ByteBuffer.allocate(
            firstLength + Long.BYTES + Integer.BYTES + UuidText.LENGTH + secondLength + Long.BYTES);
    encoded.put(bytes.array(), first, firstLength);
    encoded.putLong(number(SEQUENCE));
    encoded.putInt(UuidText.LENGTH);
    UuidText.put(encoded, bytes, starts[EVENT_ID]);
    encoded.put(bytes.array(), second, secondLength);
    encoded.putLong(time(OCCURRED_AT));
    var digest = EventHash.digestOfEncoded(encoded.array());
    return EventHash.link(predecessor, globalIndex(), time(RECORDED_AT), digest);
  }

  public LoggedEvent event() {
    return new LoggedEvent(
        globalIndex(),
        time(RECORDED_AT),
        text(AGGREGATE_TYPE),
        text(AGGREGATE_ID),
        number(SEQUENCE),
        id(),
        text(WIRE_NAME),
        copy(PAYLOAD),
        copy(METADATA),
        time(OCCURRED_AT));
  }

  private UUID id() {
    return lengths[EVENT_ID] == NULL
        ? new UUID(0, 0)
        : new UUID(bytes.getLong(starts[EVENT_ID]), bytes.getLong(starts[EVENT_ID] + Long.BYTES));
  }

  private long number(int field) {
    return lengths[field] == NULL ? 0 : bytes.getLong(starts[field]);
  }

  /** Microseconds since 1970. What PostgreSQL calls infinity goes round, to no time there is. */
  private long time(int field) {
    return number(field) + MICROS_UP_TO_2000;
  }

  private String text(int field) {
    return new String(
        bytes.array(), starts[field], Math.max(0, lengths[field]), StandardCharsets.UTF_8);
  }

  private byte[] copy(int field) {
    return Arrays.copyOfRange(bytes.array(), starts[field], end(field));
  }

  private int end(int field) {
    return starts[field] + Math.max(0, lengths[field]);
  }
}
