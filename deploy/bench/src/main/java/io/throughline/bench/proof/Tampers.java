package io.throughline.bench.proof;

import io.throughline.command.eventstore.audit.Finding;
import io.throughline.command.eventstore.audit.Finding.Altered;
import io.throughline.command.eventstore.audit.Finding.CopyAltered;
import io.throughline.command.eventstore.audit.Finding.HeadMoved;
import io.throughline.command.eventstore.audit.Finding.Rewritten;
import io.throughline.command.eventstore.audit.Finding.Truncated;
import io.throughline.kernel.proof.Checkpoint;
import io.throughline.kernel.proof.LoggedEvent;
import io.throughline.kernel.proof.SignedCheckpoint;
import io.throughline.kernel.proof.SigningKey;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** What somebody may do who can write to the database as he likes. */
final class Tampers {
  static final SequencedMap<String, Tamper> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("a bit flipped", Tampers::flipBit),
              Map.entry("a value changed", Tampers::changeValue),
              Map.entry("a time moved", Tampers::moveTime),
              Map.entry("a value made null", Tampers::makeNull),
              Map.entry("rows deleted", Tampers::deleteRows),
              Map.entry("two rows swapped", Tampers::swapRows),
              Map.entry("contents swapped", Tampers::swapContents),
              Map.entry("a row inserted", Tampers::insertRow),
              Map.entry("a row inserted, later ones moved", Tampers::insertAndMove),
              Map.entry("a row appended", Tampers::appendRow),
              Map.entry("the tail cut", Tampers::cutTail),
              Map.entry("the tail cut, head moved", Tampers::cutTailAndMoveHead),
              Map.entry("history rewritten", Tampers::rewrite),
              Map.entry("history rewritten, a row less", Tampers::rewriteWithout),
              Map.entry("history rewritten, a row more", Tampers::rewriteWithOneMore),
              Map.entry("history rewritten, rows swapped", Tampers::rewriteSwapped),
              Map.entry("history rewritten and signed", Tampers::rewriteAndSign),
              Map.entry("the head changed", Tampers::changeHead),
              Map.entry("a checkpoint's copy changed", Tampers::changeCopy)));

  private static final String[] BYTES = {"payload", "metadata", "hash"};
  private static final String[] TEXTS = {"aggregate_type", "aggregate_id", "wire_name"};
  private static final String[] TIMES = {"occurred_at", "recorded_at"};
  private static final String[] COLUMNS = {
    "aggregate_type",
    "aggregate_id",
    "sequence",
    "event_id",
    "wire_name",
    "payload",
    "metadata",
    "occurred_at",
    "recorded_at",
    "hash"
  };

  private Tampers() {}

  private static Predicate<Finding> alteredAt(long... indexes) {
    return finding -> {
      for (var index : indexes) {
        if (finding instanceof Altered altered && altered.globalIndex() == index) {
          return true;
        }
      }
      return false;
    };
  }

  private static Predicate<Finding> rewrittenAt(long index) {
    return finding ->
        finding instanceof Rewritten(long from, long to, long _) && from <= index && index <= to;
  }

  private static String any(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }

  private static Predicate<Finding> flipBit(TamperedLog log, Random random) throws SQLException {
    var index = log.anywhere(random);
    var column = any(BYTES, random);
    log.run(
        "update events set "
            + column
            + " = set_bit("
            + column
            + ", b.at, 1 - get_bit("
            + column
            + ", b.at)) from (select (length("
            + column
            + ") * 8 * ?::float8)::bigint as at from events where global_index = ?) b where"
            + " global_index = ?",
        random.nextDouble() * 0.99,
        index,
        index);
    return alteredAt(index);
  }

  private static Predicate<Finding> changeValue(TamperedLog log, Random random)
      throws SQLException {
    var index = log.anywhere(random);
    switch (random.nextInt(3)) {
      case 0 -> {
        var column = any(TEXTS, random);
        log.run(
            "update events set " + column + " = " + column + " || ? where global_index = ?",
            Character.toString('a' + random.nextInt(26)),
            index);
      }
      case 1 ->
          log.run(
              "update events set sequence = sequence + ? where global_index = ?",
              1L << random.nextInt(40),
              index);
      default ->
          log.run(
              "update events set event_id = ? where global_index = ?",
              new UUID(random.nextLong(), random.nextLong()),
              index);
    }
    return alteredAt(index);
  }

  private static Predicate<Finding> moveTime(TamperedLog log, Random random) throws SQLException {
    var index = log.anywhere(random);
    var column = any(TIMES, random);
    if (random.nextInt(10) == 0) {
      log.run(
          "update events set " + column + " = ?::timestamptz where global_index = ?",
          random.nextBoolean() ? "infinity" : "-infinity",
          index);
    } else {
      log.run(
          "update events set "
              + column
              + " = "
              + column
              + " + ?::bigint * interval '1 microsecond' where global_index = ?",
          (random.nextBoolean() ? 1 : -1) * (1L << random.nextInt(44)),
          index);
    }
    return alteredAt(index);
  }

  private static Predicate<Finding> makeNull(TamperedLog log, Random random) throws SQLException {
    var index = log.anywhere(random);
    log.run("update events set " + any(COLUMNS, random) + " = null where global_index = ?", index);
    return alteredAt(index);
  }

  private static Predicate<Finding> deleteRows(TamperedLog log, Random random) throws SQLException {
    var first = 1 + random.nextLong(log.last() - 1);
    var end = Math.min(log.last() - 1, first + random.nextInt(20));
    log.run("delete from events where global_index between ? and ?", first, end);
    return alteredAt(first);
  }

  private static Predicate<Finding> swapRows(TamperedLog log, Random random) throws SQLException {
    var one = log.anywhere(random);
    var other = different(one, log.last(), random);
    log.run(
        "update events set global_index = ? - global_index where global_index in (?, ?)",
        one + other,
        one,
        other);
    return alteredAt(Math.min(one, other));
  }

  private static long different(long one, long last, Random random) {
    return 1 + (one - 1 + 1 + random.nextLong(last - 1)) % last;
  }

  /** The hashes stay where they are. */
  private static Predicate<Finding> swapContents(TamperedLog log, Random random)
      throws SQLException {
    var one = log.anywhere(random);
    var other = different(one, log.last(), random);
    var column = random.nextBoolean() ? "payload" : "event_id";
    log.run(
        "update events e set "
            + column
            + " = o."
            + column
            + " from events o where e.global_index in (?, ?) and o.global_index = ? -"
            + " e.global_index",
        one,
        other,
        one + other);
    return alteredAt(one);
  }

  private static LoggedEvent forged(long index, Random random) {
    var event = new MadeEvents(random.nextLong()).event(random.nextInt(1000) + 1L);
    return new LoggedEvent(
        index,
        event.recordedAt(),
        event.aggregateType(),
        event.aggregateId(),
        event.sequence(),
        event.eventId(),
        event.wireName(),
        event.payload(),
        event.metadata(),
        event.occurredAt());
  }

  private static Predicate<Finding> insertRow(TamperedLog log, Random random) throws SQLException {
    var index = log.anywhere(random);
    var event = forged(index, random);
    log.insert(event, event.link(log.hash(index - 1)));
    return alteredAt(index, index + 1);
  }

  private static Predicate<Finding> insertAndMove(TamperedLog log, Random random)
      throws SQLException {
    var index = log.anywhere(random);
    makeRoom(log, index);
    var event = forged(index, random);
    log.insert(event, event.link(log.hash(index - 1)));
    return alteredAt(index + 1);
  }

  private static void makeRoom(TamperedLog log, long index) throws SQLException {
    log.run("update events set global_index = global_index + 1 where global_index >= ?", index);
  }

  private static Predicate<Finding> appendRow(TamperedLog log, Random random) throws SQLException {
    var event = forged(log.last() + 1, random);
    log.insert(event, event.link(log.hash(log.last())));
    return HeadMoved.class::isInstance;
  }

  private static Predicate<Finding> cutTail(TamperedLog log, Random random) throws SQLException {
    var keep = random.nextLong(log.last());
    log.run("delete from events where global_index > ?", keep);
    return keep < log.covered()
        ? finding -> finding.equals(new Truncated(keep, log.covered()))
        : HeadMoved.class::isInstance;
  }

  /** At or before the last checkpoint: what is behind it nobody has signed yet. */
  private static Predicate<Finding> cutTailAndMoveHead(TamperedLog log, Random random)
      throws SQLException {
    var keep = random.nextLong(log.covered());
    log.run("delete from events where global_index > ?", keep);
    LogDatabase.moveHead(log.connection(), keep, log.hash(keep));
    return finding -> finding.equals(new Truncated(keep, log.covered()));
  }

  private static Predicate<Finding> rewrite(TamperedLog log, Random random) throws SQLException {
    var index = log.signed(random);
    log.run(
        "update events set payload = ? where global_index = ?",
        forged(index, random).payload(),
        index);
    log.relink(index);
    return rewrittenAt(index);
  }

  private static Predicate<Finding> rewriteWithout(TamperedLog log, Random random)
      throws SQLException {
    var index = log.signed(random);
    log.run("delete from events where global_index = ?", index);
    log.run("update events set global_index = global_index - 1 where global_index > ?", index);
    log.relink(index);
    return rewrittenAt(index);
  }

  private static Predicate<Finding> rewriteWithOneMore(TamperedLog log, Random random)
      throws SQLException {
    var index = log.signed(random);
    makeRoom(log, index);
    log.insert(forged(index, random), new byte[32]);
    log.relink(index);
    return rewrittenAt(index);
  }

  private static Predicate<Finding> rewriteSwapped(TamperedLog log, Random random)
      throws SQLException {
    var one = log.signed(random);
    var other = different(one, log.covered(), random);
    var first = Math.min(one, other);
    log.run(
        "update events set global_index = ? - global_index where global_index in (?, ?)",
        one + other,
        one,
        other);
    log.relink(first);
    return rewrittenAt(first);
  }

  /** With checkpoints to fit, in the database, under a key of the forger's own. */
  private static Predicate<Finding> rewriteAndSign(TamperedLog log, Random random)
      throws SQLException {
    var named = rewrite(log, random);
    var root = new byte[32];
    random.nextBytes(root);
    var forger = SigningKey.make(TamperTrial.ORIGIN);
    for (var size : log.sizes()) {
      var note = SignedCheckpoint.sign(new Checkpoint(TamperTrial.ORIGIN, size, root), forger);
      log.run("update checkpoints set note = ? where size = ?", note.note(), size);
    }
    return named;
  }

  private static Predicate<Finding> changeHead(TamperedLog log, Random random) throws SQLException {
    switch (random.nextInt(3)) {
      case 0 -> log.run("delete from event_head");
      case 1 ->
          log.run(
              "update event_head set global_index = global_index + ?",
              (random.nextBoolean() ? 1L : -1L) * (1 + random.nextInt(100)));
      default -> {
        var bit = random.nextInt(256);
        log.run("update event_head set hash = set_bit(hash, ?, 1 - get_bit(hash, ?))", bit, bit);
      }
    }
    return HeadMoved.class::isInstance;
  }

  private static Predicate<Finding> changeCopy(TamperedLog log, Random random) throws SQLException {
    var sizes = log.sizes();
    // the newest copy may be on its way, so that its absence says nothing
    var size = sizes.get(random.nextInt(sizes.size() - 1));
    switch (random.nextInt(5)) {
      case 0 -> log.run("delete from checkpoints where size = ?", size);
      case 1 -> log.run("update checkpoints set note = note || ' ' where size = ?", size);
      case 2 ->
          log.run(
              "update checkpoints set state = set_byte(state, 0, 255 - get_byte(state, 0)) where"
                  + " size = ?",
              size);
      case 3 -> log.run("update checkpoints set origin = 'another' where size = ?", size);
      default -> log.run("update checkpoints set note = null where size = ?", size);
    }
    return finding -> finding instanceof CopyAltered(long at, String _) && at == size;
  }
}
