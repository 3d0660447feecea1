package io.throughline.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one directory in which a local run keeps what must last. It is held by one run at a time: the
 * operating system frees the lock with the process, however that ends.
 */
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "run.lock";

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the directory, making it where it is not there yet.
   *
   * @throws LocalRunRefused if another run holds it, or it cannot be written
   */
  public static DataDirectory open(Path root) {
    return openIfFree(root).orElseThrow(() -> inUse(root.toAbsolutePath().normalize()));
  }

  /**
   * As {@link #open}.
   *
   * @return empty if another run holds it
   */
  static Optional<DataDirectory> openIfFree(Path root) {
    var absolute = root.toAbsolutePath().normalize();
    FileChannel channel = null;
    try {
      Files.createDirectories(absolute);
      channel =
          FileChannel.open(
              absolute.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      var lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
      return Optional.of(new DataDirectory(absolute, channel, lock));
    } catch (IOException e) {
      closeQuietly(channel);
      throw new LocalRunRefused(
          "The data directory " + absolute + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static LocalRunRefused inUse(Path root) {
    return new LocalRunRefused(
        "Another run"
            + holder(root)
            + " uses "
            + root
            + ": stop it, or give this one a directory of its own with --data.");
  }

  private static String holder(Path root) {
    try {
      var holder = Files.readString(root.resolve(LOCK)).strip();
      return holder.isEmpty() ? "" : " (process " + holder + ")";
    } catch (IOException _) {
      return ""; // who it is would be nice to know, no more
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // a run in this very JVM holds it
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException _) {
      // what made us close it is on its way to the caller already
    }
  }

  /**
   * Deletes all that earlier runs left; keeps the lock and the log, which are this run's already.
   */
  public void clear() {
    OrphanedPostgres.stop(postgres());
    try (var paths = Files.walk(root)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(root) && !path.equals(root.resolve(LOCK)) && !path.equals(log())) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new LocalRunRefused(
          "The data directory " + root + " cannot be cleared: " + e.getMessage(), e);
    }
  }

  public Path root() {
    return root;
  }

  /** Where a person finds what the servers and applications had to say. */
  public Path log() {
    return root.resolve("throughline.log");
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path kafka() {
    return root.resolve("kafka");
  }

  /** The epoch keys of personal data: beside the database's files, not among them. */
  Path vault() {
    return root.resolve("vault");
  }

  /** By which the query side may ask for keys. */
  Path keysToken() {
    return root.resolve("keys").resolve("query-side.token");
  }

  Path simulators() {
    return root.resolve("simulators");
  }

  /** The notary's key; never in the database. */
  Path notaryKey() {
    return root.resolve("keys").resolve("notary.key");
  }

  /** What the notary signed; outside the database. */
  Path checkpoints() {
    return root.resolve("checkpoints");
  }

  Path clock() {
    return root.resolve("clock.json");
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new LocalRunRefused(
          "The data directory " + root + " cannot be let go: " + e.getMessage(), e);
    }
  }
}
