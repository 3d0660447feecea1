package io.throughline.query.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds two generations against each other, document by document, while both go on: a pair counts
 * once the same events are folded into both. Nothing but the pair at hand is held in memory.
 *
 * @param <V> the view
 */
final class Comparison<V> {
  private static final Duration LOOKED_AGAIN_EVERY = Duration.ofMillis(20);
  private static final int EXAMPLES = 10;

  private final Generation<V> live;
  private final Generation<V> rebuilt;
  private final ViewFormat<V> format;
  private final Runnable alive;
  private final long giveUpAt;

  private final MessageDigest liveHash = sha256();
  private final MessageDigest rebuiltHash = sha256();
  private final List<String> examples = new ArrayList<>();
  private long liveCount;
  private long rebuiltCount;
  private long differing;

  /**
   * @param patience how long it waits in all for documents in motion
   * @param alive is told again and again that it still goes on
   */
  Comparison(
      Generation<V> live,
      Generation<V> rebuilt,
      ViewFormat<V> format,
      Duration patience,
      Runnable alive) {
    this.live = live;
    this.rebuilt = rebuilt;
    this.format = format;
    this.alive = alive;
    this.giveUpAt = System.nanoTime() + patience.toNanos();
  }

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
    while (!sameEvents(one, other) && System.nanoTime() < giveUpAt) {
      TimeUnit.NANOSECONDS.sleep(LOOKED_AGAIN_EVERY.toNanos());
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
