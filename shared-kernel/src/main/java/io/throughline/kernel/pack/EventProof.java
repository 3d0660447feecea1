package io.throughline.kernel.pack;

import io.throughline.kernel.proof.InclusionProof;
import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.SignedCheckpoint;
import io.throughline.kernel.proof.StrictBase64;
import io.throughline.kernel.proof.TreeHash;
import io.throughline.kernel.proof.VerifierKey;
import java.util.Arrays;
import java.util.List;

/**
 * That one event stands in the log, for somebody who has nothing else of it.
 *
 * @param predecessor the hash of the event before it; zeros if there is none
 * @param path from the event's leaf to the checkpoint's root
 * @param checkpoint a signed note
 */
public record EventProof(
    HashedEvent event, byte[] predecessor, List<byte[]> path, String checkpoint) {
  static final String KIND = "throughline-event-proof/1";

  public EventProof {
    path = List.copyOf(path);
  }

  public byte[] text() {
    return StrictJson.write(
        json -> {
          json.writeStringProperty("format", KIND);
          json.writeObjectPropertyStart("event");
          event.write(json);
          json.writeEndObject();
          json.writeStringProperty("predecessor", StrictBase64.encode(predecessor));
          HashedEvent.writeHashes(json, "path", path);
          json.writeStringProperty("checkpoint", checkpoint);
        });
  }

  static EventProof fields(Fields fields) {
    fields.constant("format", KIND);
    return new EventProof(
        fields.event("event"),
        fields.hash("predecessor"),
        fields.hashes("path"),
        fields.text("checkpoint"));
  }

  /**
   * @return the checkpoint that covers the event
   * @throws ProofRefused if it does not prove what it says
   */
  public SignedCheckpoint check(VerifierKey key) {
    var signed = SignedCheckpoint.open(checkpoint, key);
    var link = event.requireFollows(predecessor);
    var index = event.event().globalIndex() - 1;
    var root = InclusionProof.root(TreeHash.leaf(link), index, signed.size(), path);
    if (!Arrays.equals(root, signed.root())) {
      throw new ProofRefused("The event's path does not lead to the checkpoint's root");
    }
    return signed;
  }
}
