package io.throughline.kernel.proof;

import java.util.Base64;

/** Base64 of RFC 4648, section 4, in the one form that an encoder writes. */
public final class StrictBase64 {

  private StrictBase64() {}

  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * @param what it is, for the message
   * @throws ProofRefused if an encoder would have written something else
   */
  public static byte[] decode(String text, String what) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new ProofRefused(what + " is not Base64", e);
    }
    if (!encode(bytes).equals(text)) { // the JDK's decoder lets bits pass that mean nothing
      throw new ProofRefused(what + " is not Base64 as an encoder writes it");
    }
    return bytes;
  }

  /** A hash, 32 bytes. */
  public static byte[] decodeHash(String text, String what) {
    var bytes = decode(text, what);
    if (bytes.length != EventHash.LENGTH) {
      throw new ProofRefused(what + " has " + bytes.length + " bytes, not " + EventHash.LENGTH);
    }
    return bytes;
  }
}
