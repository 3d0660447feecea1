package io.throughline.command.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Appends that are to be written with one statement and one commit. Those that cannot be are taken
 * out one by one, each with its own reason; the others go on.
 */
final class Group {
  private List<Append> appends;
  private final Map<Append, RuntimeException> refused = new HashMap<>();
  private final List<Append> postponed = new ArrayList<>();

  Group(List<Append> appends) {
    this.appends = appends;
  }

  List<Append> appends() {
    return appends;
  }

  /** Those taken out, and why. */
  Map<Append, RuntimeException> refused() {
    return refused;
  }

  /** Those that must not be in one group with another: two commands under one key. */
  List<Append> postponed() {
    return postponed;
  }

  boolean isEmpty() {
    return appends.isEmpty();
  }

  void refuse(Append append, RuntimeException why) {
    refused.put(append, why);
    appends = appends.stream().filter(other -> other != append).toList();
  }

  void remove(Set<Append> done) {
    appends = appends.stream().filter(append -> !done.contains(append)).toList();
  }

  /** Takes out what disagrees with an earlier append of the same group. */
  void settleWithin() {
    sortOut(new HashMap<>(), Map.of());
  }

  /**
   * Takes out what disagrees with the log.
   *
   * @param last the last sequence number of each aggregate
   * @param answered the answers that are kept under keys of this group
   */
  void sortOut(Map<String, Long> last, Map<CommandKey, KeptAnswer> answered) {
    var accepted = new ArrayList<Append>(appends.size());
    var keys = new HashSet<CommandKey>();
    for (var append : appends) {
      var after = new HashMap<String, Long>();
      var key = append.answer().map(KeptAnswer::key);
      var first = key.map(answered::get);
      var taken = taken(append, last, after);
      if (first.isPresent()) {
        refused.put(append, new AlreadyAnswered(first.get()));
      } else if (taken.isPresent()) {
        refused.put(append, conflict(taken.get()));
      } else if (key.isPresent() && !keys.add(key.get())) {
        postponed.add(append);
      } else {
        last.putAll(after);
        accepted.add(append);
      }
    }
    appends = accepted;
  }

  /** The first row that does not follow its aggregate's last one, if any. */
  private static Optional<Row> taken(
      Append append, Map<String, Long> last, Map<String, Long> after) {
    for (var row : append.rows()) {
      var aggregate = row.aggregate();
      var previous = after.containsKey(aggregate) ? after.get(aggregate) : last.get(aggregate);
      if (previous != null && row.sequence() != previous + 1) {
        return Optional.of(row);
      }
      after.put(aggregate, row.sequence());
    }
    return Optional.empty();
  }

  private static ConcurrencyException conflict(Row row) {
    return new ConcurrencyException(
        "Somebody else has changed "
            + row.aggregate()
            + " meanwhile: its event "
            + row.sequence()
            + " is taken.");
  }
}
