package io.throughline.command.platform.budget;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides an account's permits among nodes. Everybody gets one if there are enough, then the lanes'
 * wants are served by weight, wherever they are, and what nobody wants is dealt out to those who
 * are at work, so that their next calls find it there. Pure; every node comes to the same result.
 */
final class Shares {

  /** What one node wants. */
  record Want(String node, Map<Lane, Integer> calls) {

    int of(Lane lane) {
      return calls.getOrDefault(lane, 0);
    }

    boolean isIdle() {
      return calls.values().stream().allMatch(it -> it == 0);
    }
  }

  private record Claim(String node, Lane lane) {}

  private Shares() {}

  /** Permits by node; together they are all of them. */
  static Map<String, Integer> of(int permits, List<Want> wants) {
    var sorted = wants.stream().sorted(Comparator.comparing(Want::node)).toList();
    var given = new HashMap<Claim, Integer>();
    var shares = new HashMap<String, Integer>();
    var left = permits;
    if (permits >= sorted.size()) {
      for (var want : sorted) {
        shares.put(want.node(), 1);
        firstOf(want, given);
        left--;
      }
    }
    while (left > 0 && servedMostUrgent(sorted, given, shares)) {
      left--;
    }
    return dealtOut(left, sorted, shares);
  }

  /** The permit that each node has anyway serves its most urgent lane. */
  private static void firstOf(Want want, Map<Claim, Integer> given) {
    for (var lane : Lane.values()) {
      if (want.of(lane) > 0) {
        given.put(new Claim(want.node(), lane), 1);
        return;
      }
    }
  }

  private static boolean servedMostUrgent(
      List<Want> wants, Map<Claim, Integer> given, Map<String, Integer> shares) {
    var best = new Claim("", Lane.BACKFILL);
    var lowest = Double.MAX_VALUE;
    for (var lane : Lane.values()) {
      for (var want : wants) {
        var claim = new Claim(want.node(), lane);
        var has = given.getOrDefault(claim, 0);
        var load = (has + 1.0) / lane.weight();
        if (has < want.of(lane) && load < lowest) {
          lowest = load;
          best = claim;
        }
      }
    }
    if (lowest == Double.MAX_VALUE) {
      return false;
    }
    given.merge(best, 1, Integer::sum);
    shares.merge(best.node(), 1, Integer::sum);
    return true;
  }

  private static Map<String, Integer> dealtOut(
      int left, List<Want> wants, Map<String, Integer> shares) {
    var busy = wants.stream().filter(want -> !want.isIdle()).toList();
    var among = busy.isEmpty() ? wants : busy;
    for (var i = 0; i < left; i++) {
      shares.merge(among.get(i % among.size()).node(), 1, Integer::sum);
    }
    return shares;
  }
}
