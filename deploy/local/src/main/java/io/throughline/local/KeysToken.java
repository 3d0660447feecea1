package io.throughline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The query side's token for the command side's key service, in a file that is written anew long
 * before the token expires, as a cluster would do it.
 */
final class KeysToken implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KeysToken.class);

  private final ScheduledExecutorService renewal;
  private final Future<?> renewals;

  private KeysToken(ScheduledExecutorService renewal, Future<?> renewals) {
    this.renewal = renewal;
    this.renewals = renewals;
  }

  /**
   * @throws LocalRunRefused if the file cannot be written
   */
  static KeysToken start(Path file, LocalIssuer issuer) {
    try {
      write(file, issuer);
    } catch (IOException e) {
      throw new LocalRunRefused("The token " + file + " cannot be written: " + e.getMessage(), e);
    }
    var renewal =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("keys-token").daemon().factory());
    var pause = LocalIssuer.VALIDITY.toSeconds() / 4;
    return new KeysToken(
        renewal,
        renewal.scheduleWithFixedDelay(() -> renew(file, issuer), pause, pause, TimeUnit.SECONDS));
  }

  private static void renew(Path file, LocalIssuer issuer) {
    try {
      write(file, issuer);
    } catch (IOException e) {
      log.warn("The token {} could not be renewed; it is tried again", file, e);
    }
  }

  /** For the owner's eyes only, and whole or not at all. */
  private static void write(Path file, LocalIssuer issuer) throws IOException {
    var unfinished = Files.createTempFile(file.getParent(), "query-side", ".next");
    Files.writeString(unfinished, issuer.keysToken());
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    renewals.cancel(true);
    renewal.shutdownNow();
  }
}
