package io.throughline.kernel.proof;

/** The two hashes of which a Merkle tree is made (RFC 6962, section 2.1). */
public final class TreeHash {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private TreeHash() {}

  /**
   * @param input for an event: its link hash, 32 bytes
   */
  public static byte[] leaf(byte[] input) {
    var digest = Sha256.ofThread();
    digest.update(LEAF);
    return digest.digest(input);
  }

  static byte[] node(byte[] left, byte[] right) {
    var digest = Sha256.ofThread();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  static byte[] empty() {
    return Sha256.ofThread().digest();
  }
}
