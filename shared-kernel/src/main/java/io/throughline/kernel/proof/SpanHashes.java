package io.throughline.kernel.proof;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The roots of several spans, from one pass over the leaves: a proof can be made of a log of any
 * length without holding it.
 */
public final class SpanHashes {
  private final List<Span> wanted;
  private final Iterator<Span> waiting;
  private final Map<Span, byte[]> done = new HashMap<>();
  private @Nullable Span current;
  private Frontier frontier = new Frontier();
  private long next;

  /**
   * @param wanted no two of them have a leaf in common
   */
  public SpanHashes(List<Span> wanted) {
    this.wanted = List.copyOf(wanted);
    this.waiting = wanted.stream().sorted(Comparator.comparingLong(Span::begin)).iterator();
    this.current = waiting.hasNext() ? waiting.next() : null;
  }

  /**
   * The next leaf of the log, from the first on.
   *
   * @param leaf a {@linkplain TreeHash#leaf leaf's hash}
   */
  public void add(byte[] leaf) {
    var span = current;
    if (span != null && next >= span.begin()) {
      frontier.append(leaf);
      if (next == span.end() - 1) {
        done.put(span, frontier.root());
        frontier = new Frontier();
        current = waiting.hasNext() ? waiting.next() : null;
      }
    }
    next++;
  }

  /**
   * The roots, in the order in which they were asked for.
   *
   * @throws ProofRefused if the leaves did not suffice
   */
  public List<byte[]> roots() {
    return wanted.stream().map(this::root).toList();
  }

  private byte[] root(Span span) {
    var root = done.get(span);
    if (root == null) {
      throw new ProofRefused("The log ends after " + next + " events, before event " + span.end());
    }
    return root;
  }
}
