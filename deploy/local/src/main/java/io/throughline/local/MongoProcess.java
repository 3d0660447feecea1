package io.throughline.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A {@link LocalMongo} in a JVM of its own: its documents are in nobody else's heap, and it lives
 * on when a run is killed, as a database does. It ends with whoever started it, however that ends.
 */
public final class MongoProcess implements AutoCloseable {
  /** Wall time; some fifty times as long as it takes. */
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private static final Duration LOOK = Duration.ofMillis(50);

  private final Process process;
  private final int port;

  private MongoProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Returns when it takes connections.
   *
   * @param heapMb what its documents may take, in MiB
   * @throws LocalRunRefused if it does not start
   */
  public static MongoProcess start(int port, int heapMb) throws InterruptedException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heapMb + "m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            MongoProgram.class.getName(),
            Integer.toString(port));
    try {
      var process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var store = new MongoProcess(process, port);
      store.awaitConnections();
      return store;
    } catch (IOException e) {
      throw new LocalRunRefused(
          "The MongoDB-protocol server could not be started: " + e.getMessage(), e);
    }
  }

  private void awaitConnections() throws InterruptedException {
    var end = System.nanoTime() + LONGEST_START.toNanos();
    while (!takesConnections()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new LocalRunRefused(
            "The MongoDB-protocol server did not start on port " + port + ".");
      }
      Thread.sleep(LOOK);
    }
  }

  private boolean takesConnections() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(LocalMongo.HOST, port));
      return true;
    } catch (IOException _) {
      return false; // not yet
    }
  }

  public String uri() {
    return LocalMongo.uri(port);
  }

  @Override
  public void close() {
    process.destroyForcibly(); // it has nothing to keep
  }
}
