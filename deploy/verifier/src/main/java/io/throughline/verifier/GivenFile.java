package io.throughline.verifier;

import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.VerifierKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files from strangers: small ones are read whole, and none is longer than it may be. */
public final class GivenFile {
  /** Of a key, a note or a manifest. */
  static final int SMALL = 65_536;

  private GivenFile() {}

  /**
   * The public key that the person trusts who runs the verifier.
   *
   * @throws ProofRefused if it is none
   */
  public static VerifierKey key(Path file) {
    return VerifierKey.parse(text(file, SMALL));
  }

  static String text(Path file, int most) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder() // refuses what is no UTF-8
          .decode(ByteBuffer.wrap(bytes(file, most)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ProofRefused(file + " is not UTF-8", e);
    }
  }

  static byte[] bytes(Path file, int most) {
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new ProofRefused(file + " is longer than " + most + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static ProofRefused unreadable(Path file, IOException e) {
    return new ProofRefused(
        Files.exists(file) ? file + " cannot be read: " + e.getMessage() : file + " is not there",
        e);
  }
}
