package io.throughline.verifier;

import io.throughline.kernel.pack.EventProof;
import io.throughline.kernel.pack.GrowthProof;
import io.throughline.kernel.pack.ProofFile;
import io.throughline.kernel.pack.ProofFile.Proof;
import io.throughline.kernel.proof.VerifierKey;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Checks a proof of one event, or of growth between two checkpoints. */
public final class ProofCheck {
  private static final int LONGEST = 64 << 20;

  private ProofCheck() {}

  /**
   * @throws io.throughline.kernel.proof.ProofRefused if it does not prove what it says
   */
  public static Statement of(Path file, VerifierKey key) {
    return of(GivenFile.bytes(file, LONGEST), key);
  }

  public static Statement of(byte[] text, VerifierKey key) {
    return switch (ProofFile.read(text)) {
      case Proof.OfEvent(EventProof proof) -> event(proof, key);
      case Proof.OfGrowth(GrowthProof proof) -> growth(proof, key);
    };
  }

  private static Statement event(EventProof proof, VerifierKey key) {
    var checkpoint = proof.check(key);
    var event = proof.event().event();
    return new Statement(
        "Proven: event %d of %s is %s of %s/%s, recorded at %s.%nIts bytes are those that checkpoint %d signed."
            .formatted(
                event.globalIndex(),
                key.name(),
                Shown.text(event.wireName()),
                Shown.text(event.aggregateType()),
                Shown.text(event.aggregateId()),
                Instant.EPOCH.plus(event.recordedAt(), ChronoUnit.MICROS),
                checkpoint.size()));
  }

  private static Statement growth(GrowthProof proof, VerifierKey key) {
    var growth = proof.check(key);
    return new Statement(
        "Proven: from checkpoint %d to checkpoint %d, %s was only added to."
            .formatted(growth.earlier().size(), growth.later().size(), key.name()));
  }
}
