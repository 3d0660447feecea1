package io.throughline.local;

import io.throughline.command.eventstore.notary.NotaryKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The log of a local run, started or not. Of one that is started the PostgreSQL is used as it runs;
 * of one that is not, PostgreSQL alone is started, and stopped again.
 */
public final class LocalLog implements AutoCloseable {
  /** Names a local run's log, and the key that signs it. */
  static final String ORIGIN = "throughline-local";

  /** Of postmaster.pid: PostgreSQL's documentation, "Server File Locations". */
  private static final int PORT_LINE = 3;

  private final StartedThings started;
  private final Path root;
  private final String jdbcUrl;

  private LocalLog(StartedThings started, Path root, String jdbcUrl) {
    this.started = started;
    this.root = root;
    this.jdbcUrl = jdbcUrl;
  }

  /**
   * @throws LocalRunRefused if no run's data is there, or it cannot be used
   */
  public static LocalLog open(Path data) {
    var root = data.toAbsolutePath().normalize();
    var postgres = root.resolve("postgres");
    if (!Files.exists(postgres.resolve("PG_VERSION"))) {
      throw new LocalRunRefused("There is no run's data in " + root + ": name it with --data.");
    }
    var started = new StartedThings();
    try {
      var own = DataDirectory.openIfFree(root);
      if (own.isEmpty()) {
        return new LocalLog(started, root, LocalPostgres.jdbcUrl(runningPort(postgres)));
      }
      var directory = started.add("The data directory", own.get());
      var server =
          started.add(
              "PostgreSQL", LocalPostgres.start(directory.postgres(), Ports.free().postgres()));
      return new LocalLog(started, root, server.jdbcUrl());
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private static int runningPort(Path postgres) {
    return lines(postgres.resolve("postmaster.pid"))
        .filter(lines -> lines.size() > PORT_LINE)
        .map(lines -> Integer.parseInt(lines.get(PORT_LINE).strip()))
        .orElseThrow(
            () ->
                new LocalRunRefused(
                    "A run holds the data directory, but its PostgreSQL is not up: try again when"
                        + " it is."));
  }

  private static Optional<List<String>> lines(Path file) {
    try {
      return Optional.of(Files.readAllLines(file));
    } catch (IOException _) {
      return Optional.empty(); // not there, or about to be
    }
  }

  /** A connection of the application's role, which can read and change nothing of the log. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, LocalPostgres.USER, "");
  }

  /** Where the notary's checkpoints are. */
  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  /** The file with the notary's public key. */
  public static Path publicKey(Path data) {
    return NotaryKey.publicFile(data.resolve("keys").resolve("notary.key"));
  }

  @Override
  public void close() {
    started.close();
  }
}
