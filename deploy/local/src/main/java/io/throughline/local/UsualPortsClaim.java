package io.throughline.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Which of this machine's runs may use the usual ports. A port looks free until its server listens,
 * which takes seconds, so two runs that start at once would choose the same ones; the operating
 * system gives the claim to one of them and frees it with the process.
 */
final class UsualPortsClaim {
  private static final Path FILE =
      Path.of(System.getProperty("java.io.tmpdir"), "throughline-ports.lock");

  /** Open for as long as the process lives, once the claim is ours. */
  private static @Nullable FileChannel held;

  private UsualPortsClaim() {}

  /** Whether the claim is the caller's from now on; it is given once. */
  static synchronized boolean take() {
    if (held != null) {
      return false;
    }
    try {
      var channel = FileChannel.open(FILE, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        return false;
      }
      held = channel;
      return true;
    } catch (OverlappingFileLockException | IOException _) {
      return false; // another user's file, say: free ports do as well
    }
  }
}
