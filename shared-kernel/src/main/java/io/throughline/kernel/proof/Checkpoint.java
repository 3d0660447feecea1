package io.throughline.kernel.proof;

import java.util.regex.Pattern;

/**
 * How long the log was and what it held, in 32 bytes (the body of C2SP's tlog-checkpoint, without
 * extension lines).
 *
 * @param origin names the log
 * @param size so many events
 * @param root of the Merkle tree over them
 */
public record Checkpoint(String origin, long size, byte[] root) {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

  public Checkpoint {
    KeyName.require(origin);
    if (size < 0) {
      throw new ProofRefused("A checkpoint's size is not " + size);
    }
    if (root.length != EventHash.LENGTH) {
      throw new ProofRefused("A checkpoint's root has not " + root.length + " bytes");
    }
  }

  /** Three lines: origin, size, root. */
  String body() {
    return origin + "\n" + size + "\n" + StrictBase64.encode(root) + "\n";
  }

  /**
   * @throws ProofRefused if it is not exactly three lines as {@link #body} writes them
   */
  static Checkpoint parse(String body) {
    var lines = body.split("\n", -1);
    if (lines.length != 4 || !lines[3].isEmpty()) {
      throw new ProofRefused("A checkpoint has three lines: origin, size and root");
    }
    if (!SIZE.matcher(lines[1]).matches()) {
      throw new ProofRefused("The checkpoint's size is not a number without leading zeros");
    }
    return new Checkpoint(
        lines[0],
        Long.parseLong(lines[1]),
        StrictBase64.decodeHash(lines[2], "The checkpoint's root"));
  }
}
