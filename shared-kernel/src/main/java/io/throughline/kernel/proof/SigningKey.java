package io.throughline.kernel.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.util.HexFormat;

/**
 * The notary's key. Its text is two lines: {@code PRIVATE+KEY+name+hash+base64}, the form in which
 * Go's note package keeps such keys, and its {@link VerifierKey}.
 */
public final class SigningKey {
  private static final String PREFIX = "PRIVATE+KEY+";

  private final VerifierKey verifierKey;
  private final byte[] seed;

  private SigningKey(VerifierKey verifierKey, byte[] seed) {
    this.verifierKey = verifierKey;
    this.seed = seed;
  }

  /** A new key, from the platform's secure random numbers. */
  public static SigningKey make(String name) {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      var seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      return new SigningKey(new VerifierKey(name, Ed25519.raw(pair.getPublic())), seed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK makes no Ed25519 keys.", e);
    }
  }

  /**
   * @throws ProofRefused if it is not such a key, or its two lines are not of one key
   */
  public static SigningKey parse(String text) {
    var lines = text.split("\n", -1);
    if (lines.length != 3 || !lines[2].isEmpty() || !lines[0].startsWith(PREFIX)) {
      throw new ProofRefused(
          "A notary's key is two lines, PRIVATE+KEY+name+hash+base64 and name+hash+base64");
    }
    var verifierKey = VerifierKey.parse(lines[1]);
    var parts = lines[0].substring(PREFIX.length()).split("\\+", 3);
    var key = new SigningKey(verifierKey, VerifierKey.keyData(parts[parts.length - 1]));
    if (!key.privateLine().equals(lines[0]) || !key.signsFor(verifierKey)) {
      throw new ProofRefused("The two lines of the notary's key are not of one key");
    }
    return key;
  }

  private boolean signsFor(VerifierKey key) {
    var message = "Is it the same key?".getBytes(StandardCharsets.UTF_8);
    return Ed25519.verifies(key.publicKey(), message, sign(message));
  }

  byte[] sign(byte[] message) {
    try {
      return Ed25519.sign(seed, message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK does not sign with Ed25519.", e);
    }
  }

  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /** As it is kept: secret. */
  public String text() {
    return privateLine() + "\n" + verifierKey + "\n";
  }

  private String privateLine() {
    var data =
        ByteBuffer.allocate(1 + Ed25519.KEY_LENGTH).put(VerifierKey.ED25519).put(seed).array();
    var id = HexFormat.of().formatHex(verifierKey.id());
    return PREFIX + verifierKey.name() + "+" + id + "+" + StrictBase64.encode(data);
  }

  /** Its name, for a secret must not get into a log. */
  @Override
  public String toString() {
    return "the key of " + verifierKey.name();
  }
}
