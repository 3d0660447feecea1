package io.throughline.bench.proof;

import io.throughline.bench.trial.Trial;
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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Tampers with a real log in every way we know of, a log's constraints taken away first, and asks
 * for each whether it was found and named. What was done is rolled back, and the next begins.
 */
public final class TamperTrial implements Trial {
  static final String ORIGIN = "tampered/log";

  private static final long EVENTS = 400;
  private static final List<Long> SIZES = List.of(1L, 37L, 64L, 150L, 233L, 320L, 361L);
  private static final int BETWEEN_VACUUMS = 400;
  private static final int SHOWN = 10;

  @Override
  public String name() {
    return "tamper";
  }

  @Override
  public String description() {
    return "Tampers with the log in its database; each time must be found and named";
  }

  @Override
  public int usualCount() {
    return 10_000;
  }

  @Override
  public Map<String, Object> run(Terms terms) throws Exception {
    terms.progress().accept("Starting PostgreSQL");
    var folder = Files.createTempDirectory("tamper");
    try (var database = LogDatabase.start();
        var connection = database.connect()) {
      database.fill(new MadeEvents(terms.seed()), EVENTS, _ -> {});
      var key = SigningKey.make(ORIGIN);
      var place = new CheckpointFolder(folder);
      for (var size : SIZES) {
        Notary.resume(new StoredLog(connection), place, key).sign(size);
      }
      takeConstraintsAway(connection);
      return tamper(connection, new AuditedLog(connection, place, key.verifierKey()), terms);
    } finally {
      delete(folder);
    }
  }

  /** Whoever tampers is not held up by them. */
  private static void takeConstraintsAway(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var constraint : List.of("events_pkey", "events_aggregate_sequence")) {
        statement.execute("alter table events drop constraint " + constraint);
      }
      statement.execute("create index events_by_index on events (global_index)");
      for (var column :
          "global_index aggregate_type aggregate_id sequence event_id wire_name payload metadata occurred_at recorded_at hash"
              .split(" ")) {
        statement.execute("alter table events alter " + column + " drop not null");
      }
      statement.execute("alter table checkpoints alter note drop not null");
    }
  }

  private static Map<String, Object> tamper(Connection connection, AuditedLog audited, Terms terms)
      throws Exception {
    var random = new Random(terms.seed());
    var kinds = List.copyOf(Tampers.ALL.entrySet());
    var tried = new TreeMap<String, Integer>();
    var missed = new ArrayList<String>();
    connection.setAutoCommit(false);
    requireComplete(audited);
    for (var i = 0; i < terms.count(); i++) {
      var kind = kinds.get(i % kinds.size());
      var named = kind.getValue().with(new TamperedLog(connection, EVENTS, SIZES), random);
      var verdict = Verification.ofAll(audited, AuditProgress.SILENT);
      if (verdict.isComplete() || verdict.findings().stream().noneMatch(named)) {
        missed.add("try " + i + ", " + kind.getKey() + ": " + verdict.findings());
      }
      tried.merge(kind.getKey(), 1, Integer::sum);
      connection.rollback();
      if (i % BETWEEN_VACUUMS == 0) {
        vacuum(connection);
        terms
            .progress()
            .accept("%,d of %,d tampers, %d missed".formatted(i, terms.count(), missed.size()));
      }
    }
    requireComplete(audited);
    var seen = new LinkedHashMap<String, Object>();
    seen.put("tampers", terms.count());
    seen.put("found and named", terms.count() - missed.size());
    seen.put(BROKEN, missed.size());
    seen.putAll(tried);
    missed.stream().limit(SHOWN).forEach(miss -> seen.put("missed: " + miss, 1));
    return seen;
  }

  /** Else whatever is found would mean nothing. */
  private static void requireComplete(AuditedLog audited) throws Exception {
    var verdict = Verification.ofAll(audited, AuditProgress.SILENT);
    if (!verdict.isComplete()) {
      throw new IllegalStateException(
          "The log that nobody tampered with is not complete: " + verdict.findings());
    }
  }

  private static void vacuum(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      statement.execute("vacuum events");
    }
    connection.setAutoCommit(false);
  }

  private static void delete(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
