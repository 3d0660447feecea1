package io.throughline.bench.proof;

import io.throughline.bench.harness.Comparison;
import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Database;
import io.throughline.bench.harness.Effort;
import io.throughline.bench.harness.Findings;
import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Interleaved;
import io.throughline.bench.harness.Metric;
import io.throughline.bench.harness.Suite;
import io.throughline.command.eventstore.audit.AuditProgress;
import io.throughline.command.eventstore.audit.AuditedLog;
import io.throughline.command.eventstore.audit.Verification;
import io.throughline.command.eventstore.notary.CheckpointFolder;
import io.throughline.command.eventstore.notary.Notary;
import io.throughline.command.eventstore.notary.StoredLog;
import io.throughline.kernel.proof.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How fast the whole log is looked at, beside reading the same rows and hashing their bytes. */
public final class AuditSuite implements Suite {
  private static final Metric PACE = new Metric("pace", "events/s", true);
  private static final Metric HEAP = new Metric("heap in use, highest seen", "MB", false);
  private static final int EVENTS = 1_000_000;
  private static final int SIGNED_EVERY = 10_000;
  private static final double GOAL = 0.6;
  private static final double HEAP_GOAL = 256;

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public String description() {
    return "Auditing a million events, beside a bare scan with SHA-256";
  }

  @Override
  public Map<String, Object> parameters(Effort effort) {
    return Map.of(
        "rounds", effort.rounds(), "events", effort.scaled(EVENTS), "signedEvery", SIGNED_EVERY);
  }

  @Override
  public Findings run(Effort effort, Consumer<String> progress) throws Exception {
    var events = effort.scaled(EVENTS);
    var folder = Files.createTempDirectory("audit");
    try (var database = LogDatabase.start()) {
      database.fill(
          new MadeEvents(1),
          events,
          done -> {
            if (done % 50_000 == 0) {
              progress.accept("Writing %,d of %,d events".formatted(done, events));
            }
          });
      var key = SigningKey.make("bench/log");
      progress.accept("Signing");
      sign(database, folder, key, events);
      var comparison =
          new Comparison(
              "verify %,d events".formatted(events),
              new Verifying(database, folder, key, events),
              List.of(
                  new BareScan("cursor-sha256", database, events, BareScans::cursor),
                  new BareScan("copy-sha256", database, events, BareScans::copy)),
              List.of(
                  Goal.ratio(PACE, "cursor-sha256", GOAL),
                  Goal.ratio(PACE, "copy-sha256", GOAL),
                  Goal.atMost(HEAP, HEAP_GOAL)));
      var results = new Interleaved(effort.rounds(), progress).run(comparison);
      try (var connection = database.connect()) {
        return new Findings(Database.of(connection), null, results);
      }
    } finally {
      try (var files = Files.list(folder)) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static void sign(LogDatabase database, Path folder, SigningKey key, int events)
      throws Exception {
    try (var connection = database.connect()) {
      var notary = Notary.resume(new StoredLog(connection), new CheckpointFolder(folder), key);
      for (var size = Math.min(events, SIGNED_EVERY); size <= events; size += SIGNED_EVERY) {
        notary.sign(size);
      }
    }
  }

  /** As {@code audit verify} does it. */
  private record Verifying(LogDatabase database, Path folder, SigningKey key, int events)
      implements Contender {

    @Override
    public String name() {
      return "audit verify";
    }

    @Override
    public Map<Metric, Double> round() throws Exception {
      try (var connection = database.connect()) {
        var audited = new AuditedLog(connection, new CheckpointFolder(folder), key.verifierKey());
        var heap = new HighestHeap();
        var begun = System.nanoTime();
        var verdict = Verification.ofAll(audited, heap);
        var seconds = (System.nanoTime() - begun) / 1e9;
        if (!verdict.isComplete() || verdict.events() != events) {
          throw new IllegalStateException("The log is not whole: " + verdict);
        }
        var measured = new LinkedHashMap<Metric, Double>();
        measured.put(PACE, events / seconds);
        measured.put(HEAP, heap.megabytes());
        return measured;
      }
    }
  }

  /** What the heap holds, garbage included, at each report of progress. */
  private static final class HighestHeap implements AuditProgress {
    private long highest;

    HighestHeap() {
      System.gc();
    }

    @Override
    public void at(long done, long of) {
      var runtime = Runtime.getRuntime();
      highest = Math.max(highest, runtime.totalMemory() - runtime.freeMemory());
    }

    double megabytes() {
      return highest / 1e6;
    }
  }

  /** Reads all columns of the same rows and hashes their bytes, once. */
  private record BareScan(String name, LogDatabase database, int events, Way way)
      implements Contender {

    interface Way {
      long scan(Connection connection) throws Exception;
    }

    @Override
    public Map<Metric, Double> round() throws Exception {
      try (var connection = database.connect()) {
        var begun = System.nanoTime();
        var rows = way.scan(connection);
        var seconds = (System.nanoTime() - begun) / 1e9;
        if (rows != events) {
          throw new IllegalStateException("The scan saw " + rows + " rows.");
        }
        return Map.of(PACE, events / seconds);
      }
    }
  }
}
