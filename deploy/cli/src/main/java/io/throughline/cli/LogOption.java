package io.throughline.cli;

import io.throughline.command.eventstore.audit.AuditRefused;
import io.throughline.command.eventstore.audit.AuditedLog;
import io.throughline.command.eventstore.notary.CheckpointFolder;
import io.throughline.local.LocalLog;
import io.throughline.verifier.GivenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose log is audited: a local run's, started or not, or that of any database. */
final class LogOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private DataOption data;

  @Option(
      names = "--url",
      paramLabel = "JDBC",
      description =
          "Another database than a local run's: jdbc:postgresql://host/database. Needs"
              + " --checkpoints and --key; a password comes from ~/.pgpass.")
  private @Nullable String url;

  @Option(names = "--user", paramLabel = "NAME", description = "With --url: who may read there.")
  private @Nullable String user;

  @Option(
      names = "--checkpoints",
      paramLabel = "DIR",
      description = "Where the notary puts checkpoints; a local run's own unless given.")
  private @Nullable Path checkpoints;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The notary's public key; a local run's own unless given.")
  private @Nullable Path key;

  /** What is done with the log while it is open. */
  interface Work {
    int with(AuditedLog log) throws SQLException, IOException;
  }

  /** Whether another than the usual log is named. */
  boolean isDatabase() {
    return url != null;
  }

  @Nullable Path key() {
    return key;
  }

  /** The file with the public key, for a local run's log at least. */
  Path keyFile() {
    return key != null ? key : LocalLog.publicKey(data.directory());
  }

  int open(Work work) throws IOException {
    RunLog.to(Path.of(System.getProperty("java.io.tmpdir"), "throughline-audit.log"));
    return url == null ? openLocal(work) : openDatabase(url, work);
  }

  private int openLocal(Work work) throws IOException {
    if (user != null) {
      throw new ParameterException(spec.commandLine(), "--user goes with --url");
    }
    try (var log = LocalLog.open(data.directory())) {
      var verifierKey = GivenFile.key(keyFile());
      var folder = checkpoints != null ? checkpoints : log.checkpoints();
      try (var connection = log.connect()) {
        return work.with(new AuditedLog(connection, new CheckpointFolder(folder), verifierKey));
      } catch (SQLException e) {
        throw gaveNoAnswer("The run's database", e);
      }
    }
  }

  private int openDatabase(String address, Work work) throws IOException {
    if (checkpoints == null || key == null) {
      throw new ParameterException(
          spec.commandLine(), "--url needs --checkpoints and --key, which no database can give");
    }
    var verifierKey = GivenFile.key(key);
    try (var connection = connect(address)) {
      return work.with(new AuditedLog(connection, new CheckpointFolder(checkpoints), verifierKey));
    } catch (SQLException e) {
      throw gaveNoAnswer("The database", e);
    }
  }

  private Connection connect(String address) throws SQLException {
    return user == null
        ? DriverManager.getConnection(address)
        : DriverManager.getConnection(address, user, null);
  }

  private static AuditRefused gaveNoAnswer(String which, SQLException e) {
    return new AuditRefused(which + " gave no answer: " + e.getMessage(), e);
  }
}
