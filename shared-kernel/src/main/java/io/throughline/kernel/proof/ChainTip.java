package io.throughline.kernel.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where a walk over the log stands: all that is needed to go on from there. The last event's hash
 * is kept apart from the tree over those before it, so that both are authenticated by the root of
 * the tree over all of them.
 */
public final class ChainTip {
  private final Frontier before;
  private byte[] link;
  private boolean begun;

  private ChainTip(Frontier before, byte[] link, boolean begun) {
    this.before = before;
    this.link = link;
    this.begun = begun;
  }

  /** Before the first event. */
  public static ChainTip beginning() {
    return new ChainTip(new Frontier(), EventHash.beforeTheFirst(), false);
  }

  /**
   * Goes on from what {@link #toBytes} gave, which need not be trusted.
   *
   * @throws ProofRefused if it is not what the checkpoint was signed for
   */
  public static ChainTip of(Checkpoint checkpoint, byte[] bytes) {
    if (checkpoint.size() == 0 || bytes.length < EventHash.LENGTH) {
      throw new ProofRefused("It is no state of " + checkpoint.size() + " events");
    }
    var nodes = Arrays.copyOf(bytes, bytes.length - EventHash.LENGTH);
    var link = Arrays.copyOfRange(bytes, nodes.length, bytes.length);
    var tip = new ChainTip(Frontier.of(checkpoint.size() - 1, nodes), link, true);
    if (!Arrays.equals(tip.root(), checkpoint.root())) {
      throw new ProofRefused(
          "It is not the state that checkpoint " + checkpoint.size() + " signed");
    }
    return tip;
  }

  public ChainTip copy() {
    return new ChainTip(before.copy(), link, begun);
  }

  /** So many events lie behind. */
  public long size() {
    return begun ? before.size() + 1 : 0;
  }

  /** The last event's hash; 32 zeros before the first. */
  public byte[] link() {
    return link.clone();
  }

  /**
   * Takes one step.
   *
   * @param next the next event's hash
   */
  public void step(byte[] next) {
    if (begun) {
      before.append(TreeHash.leaf(link));
    }
    link = next.clone();
    begun = true;
  }

  /** Of the tree over all events that lie behind. */
  public byte[] root() {
    var tree = before.copy();
    if (begun) {
      tree.append(TreeHash.leaf(link));
    }
    return tree.root();
  }

  /** The tree's {@linkplain Frontier#toBytes frontier} before the last event, and its hash. */
  public byte[] toBytes() {
    var nodes = before.toBytes();
    return ByteBuffer.allocate(nodes.length + EventHash.LENGTH).put(nodes).put(link).array();
  }
}
