package io.throughline.bench.proof;

import io.throughline.kernel.pack.EventProof;
import io.throughline.kernel.pack.GrowthProof;
import io.throughline.kernel.pack.HashedEvent;
import io.throughline.kernel.proof.LoggedEvent;
import io.throughline.kernel.proof.SignedCheckpoint;
import io.throughline.kernel.proof.VerifierKey;
import io.throughline.verifier.ProofCheck;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** False proofs and notes, made of true ones. */
final class ProofForgeries {
  private final GenuineLog log;
  private final GenuineLog other;
  private final List<byte[]> eventProofs = new ArrayList<>();
  private final List<byte[]> growthProofs = new ArrayList<>();
  private final Set<ByteBuffer> genuine = new HashSet<>();

  /**
   * @param other a log of the forger's own
   */
  ProofForgeries(GenuineLog log, GenuineLog other) {
    this.log = log;
    this.other = other;
    for (var size = 1; size <= log.size(); size++) {
      for (var earlier = 1; earlier <= size; earlier++) {
        eventProofs.add(log.eventProof(earlier, size).text());
        growthProofs.add(log.growthProof(earlier, size).text());
      }
    }
    eventProofs.forEach(proof -> genuine.add(ByteBuffer.wrap(proof)));
    growthProofs.forEach(proof -> genuine.add(ByteBuffer.wrap(proof)));
  }

  Map<String, Forgery> kinds() {
    return Map.of(
        "note mangled", this::mangledNote,
        "note of another key", this::noteOfAnotherKey,
        "note of another size", this::noteOfAnotherSize,
        "event proof mangled", (key, random) -> mangledProof(eventProofs, key, random),
        "growth proof mangled", (key, random) -> mangledProof(growthProofs, key, random),
        "event proof spliced", this::splicedEventProof,
        "growth proof spliced", this::splicedGrowthProof,
        "event forged, hash recomputed", this::forgedEvent,
        "event proof of another log", this::proofOfAnotherLog);
  }

  private static byte[] any(List<byte[]> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private int index(Random random) {
    return 1 + random.nextInt(log.size());
  }

  private void mangledNote(VerifierKey key, Random random) {
    var note = log.checkpoint(index(random)).getBytes(StandardCharsets.UTF_8);
    var another = log.checkpoint(index(random)).getBytes(StandardCharsets.UTF_8);
    var mangled = Mangled.of(note, another, random);
    while (Arrays.equals(mangled, another)) {
      mangled = Mangled.of(note, another, random);
    }
    SignedCheckpoint.open(new String(mangled, StandardCharsets.UTF_8), key);
  }

  private void noteOfAnotherKey(VerifierKey key, Random random) {
    SignedCheckpoint.open(log.signedByAnother(index(random)), key);
  }

  private void noteOfAnotherSize(VerifierKey key, Random random) {
    var size = index(random);
    var note = log.checkpoint(size);
    var wrong = "\n" + (size + 1 + random.nextInt(1000)) + "\n";
    SignedCheckpoint.open(note.replace("\n" + size + "\n", wrong), key);
  }

  /** Of two true ones a third may be put together, which is no forgery; nor is a line's end. */
  private void mangledProof(List<byte[]> proofs, VerifierKey key, Random random) {
    var forged = Mangled.of(any(proofs, random), any(proofs, random), random);
    while (isGenuine(forged)) {
      forged = Mangled.of(any(proofs, random), any(proofs, random), random);
    }
    ProofCheck.of(forged, key);
  }

  private boolean isGenuine(byte[] proof) {
    var ended = proof.length > 0 && proof[proof.length - 1] == '\n';
    return genuine.contains(ByteBuffer.wrap(proof, 0, ended ? proof.length - 1 : proof.length));
  }

  /** One of its four parts is from elsewhere. */
  private void splicedEventProof(VerifierKey key, Random random) {
    var size = 2 + random.nextInt(log.size() - 1);
    var index = 1 + random.nextInt(size);
    var elsewhere = 1 + (index + random.nextInt(log.size() - 1)) % log.size();
    var genuine = log.eventProof(index, size);
    var part = random.nextInt(4);
    var spliced =
        new EventProof(
            part == 0 ? log.event(elsewhere) : genuine.event(),
            part == 1 ? log.predecessor(elsewhere) : genuine.predecessor(),
            part == 2 ? wrongPath(genuine.path(), random) : genuine.path(),
            part == 3 ? log.checkpoint(differentSize(size, random)) : genuine.checkpoint());
    ProofCheck.of(spliced.text(), key);
  }

  private int differentSize(int size, Random random) {
    return 1 + (size + random.nextInt(log.size() - 1)) % log.size();
  }

  private List<byte[]> wrongPath(List<byte[]> path, Random random) {
    var wrong = new ArrayList<>(path);
    var stranger = log.event(index(random)).hash();
    switch (random.nextInt(3)) {
      case 0 -> wrong.add(random.nextInt(path.size() + 1), stranger);
      case 1 -> wrong.remove(random.nextInt(path.size()));
      default -> wrong.set(random.nextInt(path.size()), stranger);
    }
    return wrong;
  }

  private void splicedGrowthProof(VerifierKey key, Random random) {
    var earlier = 1 + random.nextInt(log.size() - 2);
    var later = earlier + 1 + random.nextInt(log.size() - earlier);
    var genuine = log.growthProof(earlier, later);
    var spliced =
        switch (random.nextInt(3)) {
          case 0 -> new GrowthProof(genuine.later(), genuine.earlier(), genuine.path());
          case 1 ->
              new GrowthProof(
                  genuine.earlier(), genuine.later(), wrongPath(genuine.path(), random));
          default -> new GrowthProof(other.checkpoint(earlier), genuine.later(), genuine.path());
        };
    ProofCheck.of(spliced.text(), key);
  }

  private void forgedEvent(VerifierKey key, Random random) {
    var size = index(random);
    var index = 1 + random.nextInt(size);
    var genuine = log.eventProof(index, size);
    var event = genuine.event().event();
    var payload = Mangled.of(event.payload(), event.metadata(), random);
    var forged =
        new LoggedEvent(
            event.globalIndex(),
            event.recordedAt(),
            event.aggregateType(),
            event.aggregateId(),
            event.sequence(),
            event.eventId(),
            event.wireName(),
            payload,
            event.metadata(),
            event.occurredAt());
    var hashed = new HashedEvent(forged, forged.link(genuine.predecessor()));
    ProofCheck.of(
        new EventProof(hashed, genuine.predecessor(), genuine.path(), genuine.checkpoint()).text(),
        key);
  }

  /** Under the forger's key, or under the genuine name and size with the forger's root. */
  private void proofOfAnotherLog(VerifierKey key, Random random) {
    var size = index(random);
    var index = 1 + random.nextInt(size);
    var foreign = other.eventProof(index, size);
    var body = other.checkpoint(size);
    var signature = log.checkpoint(size);
    var checkpoint =
        random.nextBoolean()
            ? body
            : body.substring(0, body.indexOf("\n\n"))
                + signature.substring(signature.indexOf("\n\n"));
    ProofCheck.of(
        new EventProof(foreign.event(), foreign.predecessor(), foreign.path(), checkpoint).text(),
        key);
  }
}
