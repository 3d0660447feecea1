package io.throughline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server of a run that was killed lives on: a hard kill leaves no time to stop one's children.
 * It holds the data directory and its port, so the next run stops it before it starts its own.
 */
final class OrphanedPostgres {
  private static final long SECONDS_TO_STOP = 20;

  private OrphanedPostgres() {}

  /** Stops the server that holds this data directory, if one does. */
  static void stop(Path dataDirectory) {
    find(dataDirectory).ifPresent(OrphanedPostgres::stop);
  }

  private static Optional<ProcessHandle> find(Path dataDirectory) {
    try {
      var pid =
          Long.parseLong(
              Files.readAllLines(dataDirectory.resolve("postmaster.pid")).getFirst().strip());
      return ProcessHandle.of(pid)
          .filter(OrphanedPostgres::isPostgres); // the number may be somebody else's by now
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException | NumberFormatException e) {
      throw new LocalRunRefused(
          "The file postmaster.pid in " + dataDirectory + " cannot be read: " + e, e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).endsWith("postgres"))
        .orElse(false);
  }

  private static void stop(ProcessHandle postgres) {
    postgres.destroy(); // SIGTERM: its clients died with the old run, so it stops in an orderly way
    try {
      postgres.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      postgres.destroyForcibly(); // it will recover from its write-ahead log
      postgres.onExit().join();
    } catch (ExecutionException e) {
      throw new LocalRunRefused(
          "The PostgreSQL left by an earlier run, process "
              + postgres.pid()
              + ", could not be stopped: stop it by hand.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalRunRefused("Interrupted while an earlier run's PostgreSQL stopped.", e);
    }
  }
}
