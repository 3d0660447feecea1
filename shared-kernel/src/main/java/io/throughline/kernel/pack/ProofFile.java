package io.throughline.kernel.pack;

import io.throughline.kernel.proof.ProofRefused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a proof whose kind is not known yet. */
public final class ProofFile {

  private ProofFile() {}

  /** One of the kinds of proof. */
  public sealed interface Proof {
    record OfEvent(EventProof proof) implements Proof {}

    record OfGrowth(GrowthProof proof) implements Proof {}
  }

  /**
   * @param text with or without one line's end
   * @throws ProofRefused if it is neither an event's proof nor one of growth
   */
  public static Proof read(byte[] text) {
    var bytes = withoutLineEnd(text);
    if (begins(bytes, EventProof.KIND)) {
      return new Proof.OfEvent(
          StrictJson.read(bytes, "The proof", EventProof::fields, EventProof::text));
    }
    if (begins(bytes, GrowthProof.KIND)) {
      return new Proof.OfGrowth(
          StrictJson.read(bytes, "The proof", GrowthProof::fields, GrowthProof::text));
    }
    throw new ProofRefused("It is no proof that this verifier knows");
  }

  private static boolean begins(byte[] bytes, String kind) {
    var start = ("{\"format\":\"" + kind + "\",").getBytes(StandardCharsets.UTF_8);
    return bytes.length > start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static byte[] withoutLineEnd(byte[] text) {
    var length = text.length;
    return length > 0 && text[length - 1] == '\n' ? Arrays.copyOf(text, length - 1) : text;
  }
}
