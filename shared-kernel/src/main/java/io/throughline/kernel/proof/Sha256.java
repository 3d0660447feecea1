package io.throughline.kernel.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Looking an algorithm up costs as much as hashing an event, so each thread keeps its own. */
final class Sha256 {
  private static final ThreadLocal<MessageDigest> OF_THREAD = ThreadLocal.withInitial(Sha256::make);

  private Sha256() {}

  /** Reset, for the calling thread alone, until the next call on that thread. */
  static MessageDigest ofThread() {
    var digest = OF_THREAD.get();
    digest.reset();
    return digest;
  }

  private static MessageDigest make() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
