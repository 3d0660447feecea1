package io.throughline.local.chaos;

import io.throughline.local.replay.Replay;
import io.throughline.local.replay.Replays;
import java.util.ArrayList;
import java.util.Collection;

/**
 * Every slice's views, folded anew from all that was published: whatever was killed meanwhile, they
 * must be those that stand.
 */
final class ViewsAnew {
  private ViewsAnew() {}

  /** Returns when the last of them is compared; what is the same goes live. */
  static Invariant of(Collection<String> slices, Replays replays) throws InterruptedException {
    var broken = new ArrayList<String>();
    var documents = 0L;
    for (var slice : slices) {
      var folded = replays.await(replays.begin(slice, null), _ -> {});
      var difference = folded.difference();
      documents += difference == null ? 0 : difference.live();
      if (!folded.isLive()) {
        broken.add(found(folded));
      }
    }
    return new Invariant("views folded anew are those that stand", (int) documents, broken);
  }

  private static String found(Replay folded) {
    var difference = folded.difference();
    return difference == null
        ? folded.slice() + ", folded anew, is " + folded.state()
        : "%s: of %,d documents and %,d that were folded anew %,d are not the same, %s among them"
            .formatted(
                folded.slice(),
                difference.live(),
                difference.rebuilt(),
                difference.differing(),
                difference.examples());
  }
}
