package io.throughline.bench.trial;

import io.throughline.bench.harness.Child;
import io.throughline.command.eventstore.audit.AuditProgress;
import io.throughline.command.eventstore.audit.AuditedLog;
import io.throughline.command.eventstore.audit.Verification;
import io.throughline.command.eventstore.notary.CheckpointFolder;
import io.throughline.command.eventstore.notary.LogWalk;
import io.throughline.kernel.proof.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Kills the engine's JVM, PostgreSQL or both, again and again, at random moments and at named
 * points. After each kill everything acknowledged must be there once, each key must get its first
 * answer, the chain must hold, the notary must go on from its last checkpoint, commands must be
 * taken again, and no command may have been acknowledged before it was on the disk.
 */
public final class CrashTrial implements Trial {
  private static final long SECONDS_TO_TAKE_COMMANDS = 15;
  private static final int REPEATED_ACKNOWLEDGED = 20;
  private static final int SAMPLED_FLUSHES = 20;

  /** Who is killed, and when. */
  private enum Blow {
    JVM,
    BEFORE_SEND,
    AFTER_COMMIT,
    BEFORE_CHECKPOINT,
    DURING_CHECKPOINT,
    POSTGRES,
    BOTH
  }

  @Override
  public String name() {
    return "crash";
  }

  @Override
  public String description() {
    return "kill -9 of the engine's JVM, of PostgreSQL, of both; count is the rounds";
  }

  @Override
  public int usualCount() {
    return 1_000;
  }

  @Override
  public Map<String, Object> run(Terms terms) throws Exception {
    Files.createDirectories(terms.folder());
    var rounds = new Rounds(terms);
    try {
      return rounds.run();
    } finally {
      rounds.database.close();
    }
  }

  private static final class Rounds {
    private final Terms terms;
    private final Path done;
    private final Path acknowledged;
    private final Path checkpoints;
    private final Path notaryKey;
    private final int port = KillablePostgres.freePort();
    private final List<String> broken = new ArrayList<>();
    private final Map<Blow, Integer> blows = new EnumMap<>(Blow.class);
    private Set<String> open = new HashSet<>();
    private KillablePostgres database;
    private double longestRecovery;
    private long flushesChecked;

    Rounds(Terms terms) throws Exception {
      this.terms = terms;
      this.done = terms.folder().resolve("rounds-done");
      this.acknowledged = terms.folder().resolve("acknowledged");
      this.checkpoints = terms.folder().resolve("checkpoints");
      this.notaryKey = terms.folder().resolve("notary.key");
      if (!Files.exists(notaryKey)) {
        Files.writeString(notaryKey, SigningKey.make("trial").text());
      }
      this.database = start();
    }

    private KillablePostgres start() throws Exception {
      return KillablePostgres.start(terms.folder().resolve("postgres"), port);
    }

    Map<String, Object> run() throws Exception {
      new JdbcTemplate(database.asSuperuser())
          .execute("create extension if not exists pg_walinspect");
      var first = roundsDone();
      var chain = new Chain(database.asSuperuser());
      for (var round = first; round < terms.count() && broken.isEmpty(); round++) {
        var random = new Random(terms.seed() * 1_000_003 + round);
        var blow = Blow.values()[random.nextInt(Blow.values().length)];
        blows.merge(blow, 1, Integer::sum);
        terms.progress().accept("round %,d of %,d: %s".formatted(round + 1, terms.count(), blow));
        round(round, blow, random, chain);
        Files.writeString(done, Integer.toString(round + 1));
      }
      terms.progress().accept("Looking for everything that was ever acknowledged");
      var all =
          Files.exists(acknowledged)
              ? Set.copyOf(Files.readAllLines(acknowledged))
              : Set.<String>of();
      requireOnce(all);
      terms.progress().accept("Holding the log against every checkpoint");
      var signed = requireSigned();
      var seen = new LinkedHashMap<String, Object>();
      seen.put("rounds", roundsDone());
      blows.forEach((blow, times) -> seen.put("blows " + blow, times));
      seen.put("commands acknowledged", all.size());
      seen.put("events in the log", chain.index());
      seen.put("flushed positions checked", flushesChecked);
      seen.put("checkpoints signed", signed);
      seen.put("longest until commands were taken, s", longestRecovery);
      seen.put("what broke", broken);
      seen.put(BROKEN, broken.size());
      return seen;
    }

    /** In this folder, since the first start. */
    private int roundsDone() throws IOException {
      return Files.exists(done) ? Integer.parseInt(Files.readString(done).strip()) : 0;
    }

    private void round(int round, Blow blow, Random random, Chain chain) throws Exception {
      var life = new Life();
      var repeat = Files.write(terms.folder().resolve("repeat"), keysToRepeat(random));
      var from = flushed();
      var begun = System.nanoTime();
      try (var child =
          Child.start(
              EngineProgram.class,
              life::hear,
              database.url(),
              database.user(),
              "T" + terms.seed() + "-" + round,
              repeat.toString(),
              trap(blow).name(),
              Integer.toString(1 + random.nextInt(60)),
              checkpoints.toString(),
              notaryKey.toString())) {
        if (life.takesCommandsIn(child)) {
          recovered((System.nanoTime() - begun) / 1e9, round);
        } else if (child.isAlive() || trap(blow) == Trap.NONE) {
          broken.add("Round " + round + ": no command was taken.");
        }
        strike(child, blow, random, life, round);
      }
      var acked = life.acknowledged.keySet();
      Files.write(acknowledged, acked, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      life.refused.forEach(reason -> broken.add("The notary refuses to sign: " + reason));
      life.wrong.forEach(key -> broken.add("The key " + key + " got another answer."));
      open.addAll(life.sent);
      open.removeAll(acked);
      requireOnce(acked);
      if (blow != Blow.POSTGRES && blow != Blow.BOTH) {
        requireFlushed(life, from, random);
      }
      try {
        chain.walk();
      } catch (LogWalk.Broken e) {
        broken.add(String.valueOf(e.getMessage()));
      }
    }

    private static Trap trap(Blow blow) {
      return switch (blow) {
        case BEFORE_SEND -> Trap.BEFORE_SEND;
        case AFTER_COMMIT -> Trap.AFTER_COMMIT;
        case BEFORE_CHECKPOINT -> Trap.BEFORE_CHECKPOINT;
        case DURING_CHECKPOINT -> Trap.DURING_CHECKPOINT;
        case JVM, POSTGRES, BOTH -> Trap.NONE;
      };
    }

    private void strike(Child child, Blow blow, Random random, Life life, int round)
        throws Exception {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(600))); // the moment
      switch (blow) {
        case JVM -> child.kill();
        case BEFORE_SEND, AFTER_COMMIT, BEFORE_CHECKPOINT, DURING_CHECKPOINT -> {
          if (!child.join(SECONDS_TO_TAKE_COMMANDS)) {
            child.kill();
          }
          child.join();
        }
        case POSTGRES -> {
          database.kill();
          var killed = System.nanoTime();
          database = start();
          life.takeAnew();
          if (!life.taken.await(SECONDS_TO_TAKE_COMMANDS, TimeUnit.SECONDS)) {
            broken.add("Round " + round + ": after PostgreSQL came back no command was taken.");
          }
          recovered((System.nanoTime() - killed) / 1e9, round);
          child.kill();
        }
        case BOTH -> {
          database.kill();
          child.kill();
          database = start();
        }
      }
    }

    private void recovered(double seconds, int round) {
      longestRecovery = Math.max(longestRecovery, seconds);
      if (seconds > SECONDS_TO_TAKE_COMMANDS) {
        broken.add("Round %d: commands were taken only after %.1f s.".formatted(round, seconds));
      }
    }

    private List<String> keysToRepeat(Random random) throws IOException {
      var keys = new ArrayList<>(open);
      if (Files.exists(acknowledged)) {
        var known = Files.readAllLines(acknowledged);
        for (var i = 0; i < REPEATED_ACKNOWLEDGED && !known.isEmpty(); i++) {
          keys.add(known.get(Math.max(0, known.size() - 1 - random.nextInt(2_000) % known.size())));
        }
      }
      return keys;
    }

    private String flushed() {
      return String.valueOf(
          new JdbcTemplate(database.asSuperuser())
              .queryForObject("select pg_current_wal_flush_lsn()::text", String.class));
    }

    private void requireOnce(Iterable<String> keys) {
      var all = new HashSet<String>();
      keys.forEach(all::add);
      var jdbc = new JdbcTemplate(database.asSuperuser());
      var wrong =
          jdbc.queryForList(
              """
              select k from unnest(?::text[]) k
              where (select count(*) from events where aggregate_type = 'order' and aggregate_id = k) <> 1
                 or (select convert_from(body, 'UTF8') from idempotency_keys
                     where actor = 'trial' and idempotency_key = k) is distinct from k
              """,
              String.class,
              (Object) all.toArray(String[]::new));
      wrong.forEach(key -> broken.add(key + " was acknowledged and is not there once."));
    }

    /**
     * An auditor finds the log complete.
     *
     * @return how many checkpoints there are
     */
    private int requireSigned() throws Exception {
      var key = SigningKey.parse(Files.readString(notaryKey));
      try (var connection = database.asSuperuser().getConnection()) {
        var place = new CheckpointFolder(checkpoints);
        var audited = new AuditedLog(connection, place, key.verifierKey());
        var verdict = Verification.ofAll(audited, AuditProgress.SILENT);
        verdict.findings().forEach(finding -> broken.add(finding.sentence()));
        return place.sizes().size();
      }
    }

    /** The commit's record must end at or before what was on the disk at the acknowledgement. */
    private void requireFlushed(Life life, String from, Random random) {
      var jdbc = new JdbcTemplate(database.asSuperuser());
      var known = life.acknowledged.entrySet().stream().filter(it -> !it.getValue().equals("-"));
      var sample = new ArrayList<>(known.toList());
      Collections.shuffle(sample, random);
      for (var each : sample.subList(0, Math.min(SAMPLED_FLUSHES, sample.size()))) {
        var early =
            jdbc.queryForObject(
                """
                select bool_or(r.end_lsn > ?::pg_lsn) from events e,
                     lateral pg_get_wal_records_info(?::pg_lsn, pg_current_wal_flush_lsn()) r
                where e.aggregate_type = 'order' and e.aggregate_id = ? and r.xid = e.xmin
                  and r.resource_manager = 'Transaction' and r.record_type like 'COMMIT%'
                """,
                Boolean.class, each.getValue(), from, each.getKey());
        if (early != null) {
          flushesChecked++;
          if (early) {
            broken.add(each.getKey() + " was acknowledged before it was on the disk.");
          }
        }
      }
    }
  }

  /** What one life of the engine said. */
  private static final class Life {
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> wrong = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch taken = new CountDownLatch(1);

    void takeAnew() {
      taken = new CountDownLatch(3);
    }

    /** Waits until it takes a command; no longer than it lives, for a trap may be sprung before. */
    boolean takesCommandsIn(Child child) throws InterruptedException {
      for (var second = 0; second < SECONDS_TO_TAKE_COMMANDS * 4 && child.isAlive(); second++) {
        if (taken.await(1, TimeUnit.SECONDS)) {
          return true;
        }
      }
      return taken.getCount() == 0;
    }

    void hear(String line) {
      var words = line.split(" ");
      switch (words[0]) {
        case "S" -> sent.add(words[1]);
        case "A" -> {
          if (words.length == 3) {
            acknowledged.put(words[1], words[2]);
            taken.countDown();
          }
        }
        case "B" -> wrong.add(words[1]);
        case "N" -> refused.add(line.substring(2));
        default -> {} // READY, REPEATED, U: nothing follows from it
      }
    }
  }
}
