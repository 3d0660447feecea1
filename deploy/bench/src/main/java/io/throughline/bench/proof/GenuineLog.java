package io.throughline.bench.proof;

import io.throughline.kernel.pack.EventProof;
import io.throughline.kernel.pack.GrowthProof;
import io.throughline.kernel.pack.HashedEvent;
import io.throughline.kernel.pack.PackManifest;
import io.throughline.kernel.proof.Checkpoint;
import io.throughline.kernel.proof.ConsistencyProof;
import io.throughline.kernel.proof.EventHash;
import io.throughline.kernel.proof.Frontier;
import io.throughline.kernel.proof.InclusionProof;
import io.throughline.kernel.proof.SignedCheckpoint;
import io.throughline.kernel.proof.SigningKey;
import io.throughline.kernel.proof.Span;
import io.throughline.kernel.proof.SpanHashes;
import io.throughline.kernel.proof.TreeHash;
import java.util.ArrayList;
import java.util.List;

/** A short log with all that can be handed out of it, as a forger may have it. */
final class GenuineLog {
  private final SigningKey key;
  private final List<HashedEvent> events = new ArrayList<>();
  private final List<byte[]> leaves = new ArrayList<>();
  private final List<Frontier> trees = new ArrayList<>(List.of(new Frontier()));

  /** Signing takes longer than most forgeries. */
  private final List<String> checkpoints = new ArrayList<>();

  private final List<String> signedByAnother = new ArrayList<>();

  GenuineLog(String origin, long seed, int size) {
    this.key = SigningKey.make(origin);
    var made = new MadeEvents(seed);
    var hash = EventHash.beforeTheFirst();
    for (var i = 1; i <= size; i++) {
      var event = made.event(i);
      hash = event.link(hash);
      events.add(new HashedEvent(event, hash));
      leaves.add(TreeHash.leaf(hash));
      var tree = trees.getLast().copy();
      tree.append(leaves.getLast());
      trees.add(tree);
    }
    var another = SigningKey.make(origin);
    for (var i = 0; i <= size; i++) {
      checkpoints.add(SignedCheckpoint.sign(body(i), key).note());
      signedByAnother.add(SignedCheckpoint.sign(body(i), another).note());
    }
  }

  SigningKey key() {
    return key;
  }

  int size() {
    return events.size();
  }

  HashedEvent event(int index) {
    return events.get(index - 1);
  }

  byte[] predecessor(int index) {
    return index == 1 ? EventHash.beforeTheFirst() : event(index - 1).hash();
  }

  Checkpoint body(int size) {
    return new Checkpoint(key.verifierKey().name(), size, trees.get(size).root());
  }

  String checkpoint(int size) {
    return checkpoints.get(size);
  }

  /** The same under a key of the same name. */
  String signedByAnother(int size) {
    return signedByAnother.get(size);
  }

  List<byte[]> path(int index, int size) {
    return roots(InclusionProof.spans(index - 1L, size));
  }

  private List<byte[]> roots(List<Span> spans) {
    var hashes = new SpanHashes(spans);
    leaves.forEach(hashes::add);
    return hashes.roots();
  }

  EventProof eventProof(int index, int size) {
    return new EventProof(event(index), predecessor(index), path(index, size), checkpoint(size));
  }

  GrowthProof growthProof(int earlier, int later) {
    return new GrowthProof(
        checkpoint(earlier), checkpoint(later), roots(ConsistencyProof.spans(earlier, later)));
  }

  PackManifest manifest(int from, int to, int size) {
    return new PackManifest(
        from,
        to,
        predecessor(from),
        roots(Span.wholeSubtrees(0, from - 1L)),
        size,
        roots(Span.wholeSubtrees(to, size)));
  }
}
