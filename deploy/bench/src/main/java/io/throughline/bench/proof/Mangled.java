package io.throughline.bench.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Bytes, spoiled in one of the ways in which bytes get spoiled. */
final class Mangled {
  private static final byte[] MEANINGFUL =
      "0123456789-+={}[]\",:\\\n\r\t /ABab\u0000".getBytes(StandardCharsets.UTF_8);

  private Mangled() {}

  /** Never the same bytes. */
  static byte[] of(byte[] genuine, byte[] other, Random random) {
    while (true) {
      var mangled = once(genuine, other, random);
      if (!Arrays.equals(mangled, genuine)) {
        return mangled;
      }
    }
  }

  private static byte[] once(byte[] genuine, byte[] other, Random random) {
    var at = random.nextInt(genuine.length);
    var length = 1 + random.nextInt(Math.min(64, genuine.length - at));
    return switch (random.nextInt(9)) {
      case 0 -> with(genuine, at, (byte) (genuine[at] ^ 1 << random.nextInt(8)));
      case 1 -> with(genuine, at, MEANINGFUL[random.nextInt(MEANINGFUL.length)]);
      case 2 -> join(part(genuine, 0, at), part(genuine, at + length, genuine.length));
      case 3 -> join(part(genuine, 0, at + length), part(genuine, at, genuine.length));
      case 4 ->
          join(part(genuine, 0, at), noise(length, random), part(genuine, at, genuine.length));
      case 5 -> part(genuine, 0, at);
      case 6 -> join(genuine, random.nextBoolean() ? noise(length, random) : genuine);
      case 7 -> join(part(genuine, 0, at), part(other, Math.min(at, other.length), other.length));
      default -> swapped(genuine, at, random.nextInt(genuine.length));
    };
  }

  private static byte[] with(byte[] bytes, int at, byte value) {
    var changed = bytes.clone();
    changed[at] = value;
    return changed;
  }

  private static byte[] swapped(byte[] bytes, int one, int other) {
    return with(with(bytes, one, bytes[other]), other, bytes[one]);
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, Math.max(from, to));
  }

  private static byte[] noise(int length, Random random) {
    var noise = new byte[length];
    for (var i = 0; i < length; i++) {
      noise[i] =
          random.nextBoolean()
              ? MEANINGFUL[random.nextInt(MEANINGFUL.length)]
              : (byte) random.nextInt(256);
    }
    return noise;
  }

  private static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (var part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
