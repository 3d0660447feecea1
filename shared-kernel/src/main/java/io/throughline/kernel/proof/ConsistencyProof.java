package io.throughline.kernel.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * That a later tree begins with all leaves of an earlier one (RFC 6962, 2.1.2; checked as in RFC
 * 9162, 2.1.4.2).
 */
public final class ConsistencyProof {

  private ConsistencyProof() {}

  /**
   * The spans whose roots make the proof, in its order; none if both trees have one size.
   *
   * @param earlier the earlier tree's size, from 1
   */
  public static List<Span> spans(long earlier, long later) {
    requireOrder(earlier, later);
    var spans = new ArrayList<Span>();
    var span = new Span(0, later);
    while (span.end() != earlier) {
      if (earlier <= span.left().end()) {
        spans.add(span.right());
        span = span.left();
      } else {
        spans.add(span.left());
        span = span.right();
      }
    }
    if (span.begin() != 0) { // else it is the earlier tree itself, whose root is known
      spans.add(span);
    }
    return spans.reversed();
  }

  /**
   * @throws ProofRefused if the path does not lead from the one root to the other
   */
  public static void check(
      long earlier, byte[] earlierRoot, long later, byte[] laterRoot, List<byte[]> path) {
    requireOrder(earlier, later);
    if (earlier == later) {
      if (!path.isEmpty() || !Arrays.equals(earlierRoot, laterRoot)) {
        throw new ProofRefused("Two checkpoints of " + earlier + " events differ");
      }
      return;
    }
    var hashes = new ArrayList<>(path);
    if (Long.bitCount(earlier) == 1) {
      hashes.addFirst(earlierRoot);
    }
    if (hashes.isEmpty()) {
      throw new ProofRefused("The path is empty");
    }
    var place = earlier - 1;
    var last = later - 1;
    while ((place & 1) == 1) {
      place >>>= 1;
      last >>>= 1;
    }
    var before = hashes.getFirst();
    var after = hashes.getFirst();
    for (var sibling : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        throw new ProofRefused("The path is longer than the way to the root");
      }
      if ((place & 1) == 1 || place == last) {
        before = TreeHash.node(sibling, before);
        after = TreeHash.node(sibling, after);
        while ((place & 1) == 0 && place != 0) {
          place >>>= 1;
          last >>>= 1;
        }
      } else {
        after = TreeHash.node(after, sibling);
      }
      place >>>= 1;
      last >>>= 1;
    }
    if (last != 0) {
      throw new ProofRefused("The path ends before the root");
    }
    if (!Arrays.equals(before, earlierRoot)) {
      throw new ProofRefused("The path does not begin at the earlier checkpoint's root");
    }
    if (!Arrays.equals(after, laterRoot)) {
      throw new ProofRefused("The path does not end at the later checkpoint's root");
    }
  }

  private static void requireOrder(long earlier, long later) {
    if (earlier < 1 || later < earlier) {
      throw new ProofRefused(
          "A tree of " + later + " leaves does not extend one of " + earlier + " leaves");
    }
  }
}
