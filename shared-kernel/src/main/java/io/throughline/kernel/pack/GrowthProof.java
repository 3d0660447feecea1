package io.throughline.kernel.pack;

import io.throughline.kernel.proof.ConsistencyProof;
import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.SignedCheckpoint;
import io.throughline.kernel.proof.VerifierKey;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * That the log was only added to from one checkpoint to a later one.
 *
 * @param earlier a signed note
 * @param later a signed note
 * @param path from the one root to the other
 */
public record GrowthProof(String earlier, String later, List<byte[]> path) {
  static final String KIND = "throughline-growth-proof/1";

  public GrowthProof {
    path = List.copyOf(path);
  }

  public byte[] text() {
    return StrictJson.write(this::write);
  }

  private void write(JsonGenerator json) {
    json.writeStringProperty("format", KIND);
    json.writeStringProperty("earlier", earlier);
    json.writeStringProperty("later", later);
    HashedEvent.writeHashes(json, "path", path);
  }

  static GrowthProof fields(Fields fields) {
    fields.constant("format", KIND);
    return new GrowthProof(fields.text("earlier"), fields.text("later"), fields.hashes("path"));
  }

  /** Two checkpoints between which the log was only added to. */
  public record Growth(SignedCheckpoint earlier, SignedCheckpoint later) {}

  /**
   * @throws ProofRefused if it does not prove what it says
   */
  public Growth check(VerifierKey key) {
    var before = SignedCheckpoint.open(earlier, key);
    var after = SignedCheckpoint.open(later, key);
    ConsistencyProof.check(before.size(), before.root(), after.size(), after.root(), path);
    return new Growth(before, after);
  }
}
