package io.throughline.kernel.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 with keys as 32 raw bytes (RFC 8032), as notes hold them. */
final class Ed25519 {
  static final int KEY_LENGTH = 32;

  /** What precedes the raw key in a SubjectPublicKeyInfo (RFC 8410). */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      var verification = Signature.getInstance("Ed25519");
      verification.initVerify(publicKey(publicKey));
      verification.update(message);
      return verification.verify(signature);
    } catch (GeneralSecurityException _) {
      return false; // a signature of another length, or a key that is no point of the curve
    }
  }

  static byte[] sign(byte[] seed, byte[] message) throws GeneralSecurityException {
    var signing = Signature.getInstance("Ed25519");
    signing.initSign(privateKey(seed));
    signing.update(message);
    return signing.sign();
  }

  /** The 32 bytes at the end of a SubjectPublicKeyInfo. */
  static byte[] raw(PublicKey key) {
    var encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
  }

  private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
    var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + raw.length);
    System.arraycopy(raw, 0, encoded, X509_PREFIX.length, raw.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static PrivateKey privateKey(byte[] seed) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
  }
}
