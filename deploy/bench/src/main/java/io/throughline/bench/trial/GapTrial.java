package io.throughline.bench.trial;

import io.throughline.kernel.proof.EventHash;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Several nodes append, with clocks ten minutes off, conflicts, broken connections, frozen
 * processes and a long transaction elsewhere, while another process's processor reads. It must see
 * each event exactly once and in order. What Axon's JDBC engine does in the same plight is shown
 * beside it.
 */
public final class GapTrial implements Trial {
  private static final int PORT = 15_438;
  private static final int CALLERS = 64;
  private static final List<Long> CLOCKS_OFF_BY_SECONDS = List.of(0L, 600L, -600L);
  private static final Duration LONG_TRANSACTION = Duration.ofSeconds(90);

  @Override
  public String name() {
    return "gap";
  }

  @Override
  public String description() {
    return "64 writers in three nodes, rollbacks, pauses, wrong clocks; count is the events";
  }

  @Override
  public int usualCount() {
    return 1_000_000;
  }

  @Override
  public Map<String, Object> run(Terms terms) throws Exception {
    Files.createDirectories(terms.folder());
    var broken = Collections.synchronizedList(new ArrayList<String>());
    var read = new AtomicLong();
    var hashAt = new AtomicLong();
    var hash = new StringBuffer();
    var unknown = new AtomicLong();
    var pauses = 0;
    var terminated = 0;
    try (var postgres = KillablePostgres.start(terms.folder().resolve("postgres"), PORT)) {
      var superuser = new JdbcTemplate(postgres.asSuperuser());
      try (var reader =
              Child.start(
                  ReaderProgram.class,
                  line -> {
                    var words = line.split(" ");
                    if (words[0].equals("E")) {
                      broken.add("The processor saw event " + line.substring(2) + ".");
                    } else if (words[0].equals("R")) {
                      hash.replace(0, hash.length(), words[2]);
                      hashAt.set(Long.parseLong(words[1]));
                      read.set(hashAt.get());
                    }
                  },
                  postgres.url(),
                  postgres.user(),
                  postgres.owner());
          var busyElsewhere = postgres.asSuperuser().getConnection()) {
        busyElsewhere.setAutoCommit(false);
        try (var statement = busyElsewhere.createStatement()) {
          statement.execute("create table elsewhere (id bigint)"); // holds a transaction id
        }
        var begun = System.nanoTime();
        var writers = new ArrayList<Child>();
        for (var off : CLOCKS_OFF_BY_SECONDS) {
          writers.add(
              Child.start(
                  WriterProgram.class,
                  line -> {
                    if (line.startsWith("U")) {
                      unknown.incrementAndGet();
                    } else if (line.startsWith("B")) {
                      broken.add("A conflict was appended: " + line.substring(2));
                    }
                  },
                  postgres.url(),
                  postgres.user(),
                  "N" + writers.size(),
                  Integer.toString(terms.count() / CLOCKS_OFF_BY_SECONDS.size()),
                  Integer.toString(CALLERS / CLOCKS_OFF_BY_SECONDS.size() + 1),
                  Long.toString(off),
                  Long.toString(terms.seed())));
        }
        var random = new Random(terms.seed());
        while (writers.stream().anyMatch(Child::isAlive)) {
          terms.progress().accept("%,d of %,d events read".formatted(read.get(), terms.count()));
          var victim = writers.get(random.nextInt(writers.size()));
          if (random.nextInt(4) == 0 && victim.isAlive()) {
            pauses++;
            victim.signal("STOP");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(7_000)));
            victim.signal("CONT");
          } else {
            terminated +=
                superuser
                    .queryForList(
                        "select pg_terminate_backend(pid) from pg_stat_activity where query like"
                            + " 'with moved%' order by random() limit 1")
                    .size();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1_000)));
          }
        }
        while (System.nanoTime() - begun < longTransaction(terms).toNanos()) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        busyElsewhere.rollback();
        awaitReader(superuser, read, reader);
      }
      var stored = new JdbcTemplate(postgres.asSuperuser());
      requireSameIds(stored, hashAt.get(), hash.toString(), broken);
      var chain = new Chain(postgres.asSuperuser());
      chain.walk();
      var lost = StockGap.lost(postgres.asSuperuser());
      if (lost == 0) {
        broken.add("Axon's JDBC engine lost nothing: the plight was none.");
      }
      var seen = new LinkedHashMap<String, Object>();
      seen.put("events in the log", chain.index());
      seen.put("events seen, once and in order", hashAt.get());
      seen.put("connections broken", terminated);
      seen.put("nodes frozen", pauses);
      seen.put("appends whose fate a node did not know", unknown.get());
      seen.put("events Axon's JDBC engine lost", lost);
      seen.put("what broke", broken);
      seen.put(BROKEN, broken.size());
      return seen;
    }
  }

  /** In a small trial nobody waits for it. */
  private static Duration longTransaction(Terms terms) {
    return terms.count() >= 100_000 ? LONG_TRANSACTION : Duration.ZERO;
  }

  private static void awaitReader(JdbcTemplate jdbc, AtomicLong read, Child reader) {
    var head = jdbc.queryForObject("select global_index from event_head", Long.class);
    var whole = head == null ? 0 : head / 1_000 * 1_000;
    while (read.get() < whole && reader.isAlive()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static void requireSameIds(
      JdbcTemplate jdbc, long upTo, String seenByReader, List<String> broken) {
    var seen = new byte[][] {EventHash.beforeTheFirst()};
    jdbc.setFetchSize(1_000);
    jdbc.query(
        "select event_id::text from events where global_index <= ? order by global_index",
        row -> {
          seen[0] = ReaderProgram.next(seen[0], row.getString(1));
        },
        upTo);
    if (!HexFormat.of().formatHex(seen[0]).equals(seenByReader)) {
      broken.add("The processor saw other events than the log has, up to index " + upTo + ".");
    }
  }
}
