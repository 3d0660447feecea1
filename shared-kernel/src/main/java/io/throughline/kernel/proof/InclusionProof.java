package io.throughline.kernel.proof;

import java.util.ArrayList;
import java.util.List;

/** That a leaf stands at a place in a tree (RFC 6962, 2.1.1; checked as in RFC 9162, 2.1.3.2). */
public final class InclusionProof {

  private InclusionProof() {}

  /**
   * The spans whose roots make the proof, in its order: from the leaf up.
   *
   * @param index of the leaf, from 0
   * @param size of the tree
   */
  public static List<Span> spans(long index, long size) {
    if (index < 0 || index >= size) {
      throw new ProofRefused("A tree of " + size + " leaves has no leaf " + index);
    }
    var spans = new ArrayList<Span>();
    var span = new Span(0, size);
    while (span.length() > 1) {
      if (index < span.left().end()) {
        spans.add(span.right());
        span = span.left();
      } else {
        spans.add(span.left());
        span = span.right();
      }
    }
    return spans.reversed();
  }

  /**
   * The root of the tree in which the leaf has this place and this path.
   *
   * @throws ProofRefused if the path has not the length that the place needs
   */
  public static byte[] root(byte[] leaf, long index, long size, List<byte[]> path) {
    if (index < 0 || index >= size) {
      throw new ProofRefused("A tree of " + size + " leaves has no leaf " + index);
    }
    var place = index;
    var last = size - 1;
    var hash = leaf;
    for (var sibling : path) {
      if (last == 0) {
        throw new ProofRefused("The path is longer than the way to the root");
      }
      if ((place & 1) == 1 || place == last) {
        hash = TreeHash.node(sibling, hash);
        while ((place & 1) == 0 && place != 0) {
          place >>>= 1;
          last >>>= 1;
        }
      } else {
        hash = TreeHash.node(hash, sibling);
      }
      place >>>= 1;
      last >>>= 1;
    }
    if (last != 0) {
      throw new ProofRefused("The path ends before the root");
    }
    return hash;
  }
}
