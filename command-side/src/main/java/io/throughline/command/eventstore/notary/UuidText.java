package io.throughline.command.eventstore.notary;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A UUID's 36 characters, without a detour through a string. */
final class UuidText {
  static final int LENGTH = 36;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int BYTES = 16;

  private UuidText() {}

  /**
   * @param start where its sixteen bytes begin
   */
  static void put(ByteBuffer text, ByteBuffer bytes, int start) {
    for (var i = 0; i < BYTES; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        text.put((byte) '-');
      }
      var b = bytes.get(start + i);
      text.put(DIGITS[b >> 4 & 0xf]);
      text.put(DIGITS[b & 0xf]);
    }
  }
}
