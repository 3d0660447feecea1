package io.throughline.query.projection;

import java.util.List;

/**
 * What a comparison found. Hashes are SHA-256 over each document's key and the hash of its view, in
 * the order of keys, hexadecimal; a document is taken when both have folded the same events into
 * it.
 *
 * @param live documents of the live generation
 * @param rebuilt documents of the other
 * @param differing documents that are not the same, or not in both
 * @param examples keys of some of them
 */
public record Difference(
    long live,
    long rebuilt,
    long differing,
    List<String> examples,
    String liveHash,
    String rebuiltHash) {

  public boolean isNone() {
    return differing == 0;
  }
}
