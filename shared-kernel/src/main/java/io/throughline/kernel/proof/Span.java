package io.throughline.kernel.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves that stand side by side in a tree, counted from 0.
 *
 * @param begin the first
 * @param end the one after the last
 */
public record Span(long begin, long end) {

  public Span {
    if (begin < 0 || end <= begin) {
      throw new ProofRefused("There are no leaves from " + begin + " up to " + end);
    }
  }

  long length() {
    return end - begin;
  }

  /** Of a whole subtree: it has 2^level leaves. */
  public int level() {
    return Long.numberOfTrailingZeros(length());
  }

  /** Where the tree over this span is cut: after the largest power of two less than its length. */
  private long middle() {
    return begin + Long.highestOneBit(length() - 1);
  }

  Span left() {
    return new Span(begin, middle());
  }

  Span right() {
    return new Span(middle(), end);
  }

  /**
   * The fewest whole subtrees that together are the leaves between two places; none if there are no
   * leaves between them.
   *
   * @throws ProofRefused if {@code end} is before {@code begin}
   */
  public static List<Span> wholeSubtrees(long begin, long end) {
    if (begin < 0 || end < begin) {
      throw new ProofRefused("There are no leaves from " + begin + " up to " + end);
    }
    var spans = new ArrayList<Span>();
    var at = begin;
    while (at < end) {
      var fitting = Long.highestOneBit(end - at);
      var aligned = at == 0 ? fitting : Math.min(fitting, Long.lowestOneBit(at));
      spans.add(new Span(at, at + aligned));
      at += aligned;
    }
    return spans;
  }
}
