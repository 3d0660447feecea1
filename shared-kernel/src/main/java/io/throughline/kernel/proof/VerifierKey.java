package io.throughline.kernel.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The public key under which a note is checked; its text is {@code name+hash+base64} (C2SP
 * signed-note, "Verifier keys").
 *
 * @param name of the key, and of the log it signs
 * @param publicKey Ed25519, 32 bytes
 */
public record VerifierKey(String name, byte[] publicKey) {
  static final byte ED25519 = 1;
  static final int ID_LENGTH = 4;

  public VerifierKey {
    KeyName.require(name);
    if (publicKey.length != Ed25519.KEY_LENGTH) {
      throw new ProofRefused("An Ed25519 key has not " + publicKey.length + " bytes");
    }
  }

  /**
   * @param text one line, with or without its end
   * @throws ProofRefused if it is not such a key, or its hash does not fit
   */
  public static VerifierKey parse(String text) {
    var line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    var parts = line.split("\\+", 3);
    if (parts.length != 3) {
      throw new ProofRefused("A public key is one line, name+hash+base64");
    }
    var key = new VerifierKey(parts[0], keyData(parts[2]));
    if (!key.toString().equals(line)) {
      throw new ProofRefused("The public key's hash does not fit its name and its bytes");
    }
    return key;
  }

  static byte[] keyData(String base64) {
    var data = StrictBase64.decode(base64, "The key");
    if (data.length != 1 + Ed25519.KEY_LENGTH || data[0] != ED25519) {
      throw new ProofRefused("The key is not an Ed25519 key");
    }
    return Arrays.copyOfRange(data, 1, data.length);
  }

  /** The first four bytes of SHA-256 over the name, a line's end, the algorithm and the key. */
  byte[] id() {
    var digest = Sha256.ofThread();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(ED25519);
    return Arrays.copyOf(digest.digest(publicKey), ID_LENGTH);
  }

  /** As it is given to people: one line without its end. */
  @Override
  public String toString() {
    var data = ByteBuffer.allocate(1 + Ed25519.KEY_LENGTH).put(ED25519).put(publicKey).array();
    return name + "+" + HexFormat.of().formatHex(id()) + "+" + StrictBase64.encode(data);
  }
}
