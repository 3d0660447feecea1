package io.throughline.kernel.pack;

import io.throughline.kernel.proof.ProofRefused;
import io.throughline.kernel.proof.StrictBase64;
import java.util.List;

/**
 * Which part of the log a pack holds, and what stands in for the rest: {@code pack.json}.
 *
 * @param from the first event's global index
 * @param to the last event's
 * @param predecessor the hash of the event before the first one; zeros if there is none
 * @param before roots of the whole subtrees that the leaves before the first event fall into
 * @param size of the checkpoint that covers the last event: at least {@code to}
 * @param after roots of the whole subtrees from there up to that checkpoint
 */
public record PackManifest(
    long from, long to, byte[] predecessor, List<byte[]> before, long size, List<byte[]> after) {
  private static final String KIND = "throughline-pack/1";

  public PackManifest {
    if (from < 1 || to < from || size < to) {
      throw new ProofRefused(
          "A pack does not go from event " + from + " to " + to + " under checkpoint " + size);
    }
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  public byte[] text() {
    return StrictJson.write(
        json -> {
          json.writeStringProperty("format", KIND);
          json.writeNumberProperty("from", from);
          json.writeNumberProperty("to", to);
          json.writeStringProperty("predecessor", StrictBase64.encode(predecessor));
          HashedEvent.writeHashes(json, "before", before);
          json.writeNumberProperty("size", size);
          HashedEvent.writeHashes(json, "after", after);
        });
  }

  /**
   * @throws ProofRefused if it is not exactly such a text
   */
  public static PackManifest read(byte[] text) {
    return StrictJson.read(text, "pack.json", PackManifest::fields, PackManifest::text);
  }

  private static PackManifest fields(Fields fields) {
    fields.constant("format", KIND);
    return new PackManifest(
        fields.number("from"),
        fields.number("to"),
        fields.hash("predecessor"),
        fields.hashes("before"),
        fields.number("size"),
        fields.hashes("after"));
  }
}
