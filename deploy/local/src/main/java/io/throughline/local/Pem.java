package io.throughline.local;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;

/** Keys as text (RFC 7468). */
final class Pem {
  private static final int WIDTH = 64;

  private Pem() {}

  /** SubjectPublicKeyInfo. */
  static String of(PublicKey key) {
    return block("PUBLIC KEY", key.getEncoded());
  }

  /** PKCS 8, not encrypted. */
  static String of(PrivateKey key) {
    return block("PRIVATE KEY", key.getEncoded());
  }

  private static String block(String type, byte[] der) {
    var body = Base64.getMimeEncoder(WIDTH, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }
}
