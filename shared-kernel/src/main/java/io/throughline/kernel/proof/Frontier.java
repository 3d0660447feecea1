package io.throughline.kernel.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A Merkle tree that grows at its end, of which only the roots of its largest whole subtrees are
 * kept: one for each bit set in its size, at most 63. That is enough to append to it and to know
 * its root.
 */
public final class Frontier {
  private static final int LEVELS = 63;

  /** The root of a whole subtree of 2^level leaves, where that bit of the size is set. */
  private final byte[][] nodes = new byte[LEVELS][];

  private long size;

  /** An empty tree. */
  public Frontier() {}

  /**
   * A tree that goes on from what {@link #toBytes} gave.
   *
   * @throws ProofRefused if there is not one hash for each bit set in the size
   */
  public static Frontier of(long size, byte[] bytes) {
    if (size < 0 || bytes.length != Long.bitCount(size) * EventHash.LENGTH) {
      throw new ProofRefused(
          "A tree of " + size + " leaves has no frontier of " + bytes.length + " bytes");
    }
    var frontier = new Frontier();
    var buffer = ByteBuffer.wrap(bytes);
    for (var level = LEVELS - 1; level >= 0; level--) {
      if (isSet(size, level)) {
        var node = new byte[EventHash.LENGTH];
        buffer.get(node);
        frontier.nodes[level] = node;
      }
    }
    frontier.size = size;
    return frontier;
  }

  public Frontier copy() {
    var copy = new Frontier();
    System.arraycopy(nodes, 0, copy.nodes, 0, LEVELS);
    copy.size = size;
    return copy;
  }

  public long size() {
    return size;
  }

  /**
   * @param leaf a {@linkplain TreeHash#leaf leaf's hash}
   */
  public void append(byte[] leaf) {
    appendSubtree(0, leaf);
  }

  /**
   * Appends a whole subtree of which only the root is known.
   *
   * @param level it has 2^level leaves
   * @throws ProofRefused if no subtree of that size may begin here
   */
  public void appendSubtree(int level, byte[] root) {
    if (level < 0 || level >= LEVELS - 1 || size % (1L << level) != 0) {
      throw new ProofRefused("No subtree of 2^" + level + " leaves begins at leaf " + size);
    }
    var hash = root;
    var at = level;
    while (isSet(size, at)) {
      hash = TreeHash.node(nodes[at], hash);
      at++;
    }
    nodes[at] = hash;
    size += 1L << level;
  }

  /** Of all leaves up to here; SHA-256 of nothing while there is none. */
  public byte[] root() {
    byte @Nullable [] root = null;
    for (var level = 0; level < LEVELS; level++) {
      if (isSet(size, level)) {
        root = root == null ? nodes[level] : TreeHash.node(nodes[level], root);
      }
    }
    return root == null ? TreeHash.empty() : root.clone();
  }

  public boolean hasRoot(byte[] expected) {
    return Arrays.equals(root(), expected);
  }

  /** The subtrees' roots one after the other, the largest first: 32 bytes each. */
  public byte[] toBytes() {
    var buffer = ByteBuffer.allocate(Long.bitCount(size) * EventHash.LENGTH);
    for (var level = LEVELS - 1; level >= 0; level--) {
      if (isSet(size, level)) {
        buffer.put(nodes[level]);
      }
    }
    return buffer.array();
  }

  private static boolean isSet(long size, int level) {
    return (size >>> level & 1) == 1;
  }
}
