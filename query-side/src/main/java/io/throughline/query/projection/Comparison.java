package io.throughline.query.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds two generations against each other, document by document, while both go on: a pair counts
 * once the same events are folded into both. Nothing but the pair at hand is held in memory.
 *
 * @param <V> the view
 */
final class Comparison<V> {
  private static final int EXAMPLES = 10;

  /** So often a document may be changed anew just when it is looked at again. */
  private static final int LOOKS = 20;

  /** Waits for what is in motion. */
  interface Motion {
    /**
     * Returns when both have folded all that there was when it was called.
     *
     * @throws NotComparable if one of them does not get on
     */
    void settle() throws InterruptedException;
  }

  /** One of the two does not get on; whether they are the same cannot be told now. */
  static final class NotComparable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotComparable() {
      super("one of the two does not get on at the moment", null, false, false);
    }
  }

  private final Generation<V> live;
  private final Generation<V> rebuilt;
  private final ViewFormat<V> format;
  private final Motion motion;
  private final Runnable alive;

  private final MessageDigest liveHash = sha256();
  private final MessageDigest rebuiltHash = sha256();
  private final List<String> examples = new ArrayList<>();
  private long liveCount;
  private long rebuiltCount;
  private long differing;

  /**
   * @param alive is told again and again that it still goes on
   */
  Comparison(
      Generation<V> live,
      Generation<V> rebuilt,
      ViewFormat<V> format,
      Motion motion,
      Runnable alive) {
    this.live = live;
    this.rebuilt = rebuilt;
    this.format = format;
    this.motion = motion;
    this.alive = alive;
  }

  /**
   * @throws NotComparable if one of the two does not get on
   */
  Difference run() throws InterruptedException {
    var ours = live.inOrder().iterator();
    var theirs = rebuilt.inOrder().iterator();
    @Nullable Document<V> one = next(ours);
    @Nullable Document<V> other = next(theirs);
    while (one != null || other != null) {
      alive.run();
      var order = one == null ? 1 : other == null ? -1 : one.key().compareTo(other.key());
      compare(order <= 0 ? one : null, order >= 0 ? other : null);
      one = order <= 0 ? next(ours) : one;
      other = order >= 0 ? next(theirs) : other;
    }
    return new Difference(
        liveCount,
        rebuiltCount,
        differing,
        List.copyOf(examples),
        HexFormat.of().formatHex(liveHash.digest()),
        HexFormat.of().formatHex(rebuiltHash.digest()));
  }

  private static <T> @Nullable T next(Iterator<T> documents) {
    return documents.hasNext() ? documents.next() : null;
  }

  private void compare(@Nullable Document<V> one, @Nullable Document<V> other)
      throws InterruptedException {
    var key = one != null ? one.key() : other != null ? other.key() : "";
    for (var look = 0; !sameEvents(one, other) && look < LOOKS && differing < EXAMPLES; look++) {
      motion.settle();
      alive.run();
      one = live.documents(Set.of(key)).get(key);
      other = rebuilt.documents(Set.of(key)).get(key);
    }
    var ours = hash(one);
    var theirs = hash(other);
    if (ours.length > 0) {
      liveCount++;
      take(liveHash, key, ours);
    }
    if (theirs.length > 0) {
      rebuiltCount++;
      take(rebuiltHash, key, theirs);
    }
    if (!Arrays.equals(ours, theirs)) {
      differing++;
      if (examples.size() < EXAMPLES) {
        examples.add(key);
      }
    }
  }

  private static boolean sameEvents(@Nullable Document<?> one, @Nullable Document<?> other) {
    return one != null && other != null && one.globalIndex() == other.globalIndex();
  }

  private byte[] hash(@Nullable Document<V> document) {
    @Nullable V view = document == null ? null : document.view();
    return view == null ? new byte[0] : format.hash(view);
  }

  private static void take(MessageDigest hash, String key, byte[] view) {
    hash.update(key.getBytes(StandardCharsets.UTF_8));
    hash.update(view);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256.", e);
    }
  }
}
