package io.throughline.bench.trial;

import io.throughline.bench.harness.Child;
import io.throughline.kernel.proof.EventHash;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
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
  private static final int CALLERS = 64;
  private static final List<Long> CLOCKS_OFF_BY_SECONDS = List.of(0L, 600L, -600L);
  private static final int NODES = CLOCKS_OFF_BY_SECONDS.size();
  private static final Duration LONG_TRANSACTION = Duration.ofSeconds(90);
  private static final int LONGEST_FREEZE_MS = 7_000;
  private static final int LONGEST_PEACE_MS = 1_000;

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
    var folder = terms.folder().resolve("postgres");
    try (var postgres = KillablePostgres.start(folder, KillablePostgres.freePort())) {
      return new Plight(terms, postgres).run();
    }
  }

  private static final class Plight {
    private final Terms terms;
    private final KillablePostgres postgres;
    private final JdbcTemplate superuser;
    private final Random random;
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong unknown = new AtomicLong();
    private volatile Seen seen = new Seen(0, "");
    private int frozen;
    private int disconnected;

    /** Up to which index the reader has seen events, and the hash over their ids. */
    private record Seen(long index, String hash) {}

    Plight(Terms terms, KillablePostgres postgres) {
      this.terms = terms;
      this.postgres = postgres;
      this.superuser = new JdbcTemplate(postgres.asSuperuser());
      this.superuser.setFetchSize(1_000);
      this.random = new Random(terms.seed());
    }

    Map<String, Object> run() throws Exception {
      try (var reader = reader();
          var elsewhere = openTransaction()) {
        var begun = System.nanoTime();
        trouble(writers());
        pauseUntil(begun + longTransaction().toNanos());
        elsewhere.rollback();
        awaitReader(reader);
      }
      requireSameIds();
      var chain = new Chain(postgres.asSuperuser());
      chain.walk();
      var lost = StockGap.lost(postgres.asSuperuser());
      if (lost == 0) {
        broken.add("Axon's JDBC engine lost nothing: the plight was none.");
      }
      return report(chain.index(), lost);
    }

    private Child reader() throws IOException {
      return Child.start(
          ReaderProgram.class, this::hearReader, postgres.url(), postgres.user(), postgres.owner());
    }

    private void hearReader(String line) {
      var words = line.split(" ");
      if (words[0].equals("E")) {
        broken.add("The processor saw event " + line.substring(2) + ".");
      } else if (words[0].equals("R")) {
        seen = new Seen(Long.parseLong(words[1]), words[2]);
      }
    }

    /** It holds a transaction id while the others append. */
    private Connection openTransaction() throws SQLException {
      var connection = postgres.asSuperuser().getConnection();
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("create table elsewhere (id bigint)");
      }
      return connection;
    }

    private List<Child> writers() throws IOException {
      var writers = new ArrayList<Child>();
      for (var off : CLOCKS_OFF_BY_SECONDS) {
        writers.add(
            Child.start(
                WriterProgram.class,
                this::hearWriter,
                postgres.url(),
                postgres.user(),
                "N" + writers.size(),
                Integer.toString(terms.count() / NODES),
                Integer.toString(CALLERS / NODES + 1),
                Long.toString(off),
                Long.toString(terms.seed())));
      }
      return writers;
    }

    private void hearWriter(String line) {
      if (line.startsWith("U")) {
        unknown.incrementAndGet();
      } else if (line.startsWith("B")) {
        broken.add("A conflict was appended: " + line.substring(2));
      }
    }

    /** Until the writers are through. */
    private void trouble(List<Child> writers) throws IOException, InterruptedException {
      while (writers.stream().anyMatch(Child::isAlive)) {
        terms.progress().accept("%,d of %,d events read".formatted(seen.index(), terms.count()));
        var victim = writers.get(random.nextInt(writers.size()));
        if (random.nextInt(4) == 0 && victim.isAlive()) {
          freeze(victim);
        } else {
          disconnect();
        }
      }
    }

    private void freeze(Child victim) throws IOException, InterruptedException {
      frozen++;
      victim.signal("STOP");
      pause(random.nextInt(LONGEST_FREEZE_MS));
      victim.signal("CONT");
    }

    private void disconnect() {
      disconnected +=
          superuser
              .queryForList(
                  "select pg_terminate_backend(pid) from pg_stat_activity where query like 'with"
                      + " moved%' order by random() limit 1")
              .size();
      pause(random.nextInt(LONGEST_PEACE_MS));
    }

    /** In a small trial nobody waits for it. */
    private Duration longTransaction() {
      return terms.count() >= 100_000 ? LONG_TRANSACTION : Duration.ZERO;
    }

    private static void pauseUntil(long nanoTime) {
      while (System.nanoTime() < nanoTime) {
        pause(100);
      }
    }

    private static void pause(long milliseconds) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    private void awaitReader(Child reader) {
      var head = superuser.queryForObject("select global_index from event_head", Long.class);
      var last = head == null ? 0 : head / ReaderProgram.EVERY * ReaderProgram.EVERY;
      while (seen.index() < last && reader.isAlive()) {
        pause(20);
      }
    }

    private void requireSameIds() {
      var hash = new byte[][] {EventHash.beforeTheFirst()};
      superuser.query(
          "select event_id::text from events where global_index <= ? order by global_index",
          row -> {
            hash[0] = ReaderProgram.next(hash[0], row.getString(1));
          },
          seen.index());
      if (!HexFormat.of().formatHex(hash[0]).equals(seen.hash())) {
        broken.add("Up to " + seen.index() + " the processor saw other events than the log has.");
      }
    }

    private Map<String, Object> report(long events, int lost) {
      var report = new LinkedHashMap<String, Object>();
      report.put("events in the log", events);
      report.put("events seen, once and in order", seen.index());
      report.put("connections broken", disconnected);
      report.put("nodes frozen", frozen);
      report.put("appends whose fate a node did not know", unknown.get());
      report.put("events Axon's JDBC engine lost", lost);
      report.put("what broke", broken);
      report.put(BROKEN, broken.size());
      return report;
    }
  }
}
