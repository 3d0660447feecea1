package io.throughline.bench.budget;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that takes its time, counts what it has under way, and can be down. */
final class OtherSystem implements AutoCloseable {
  static {
    // else every answer waits 40 ms for the client's acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger highest = new AtomicInteger();
  private volatile boolean down;

  OtherSystem(Duration latency) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(workers);
    server.createContext(
        "/",
        exchange -> {
          highest.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          try {
            Thread.sleep(latency);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            underWay.decrementAndGet();
          }
          exchange.sendResponseHeaders(down ? 503 : 204, -1);
          exchange.close();
        });
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  void down(boolean isDown) {
    down = isDown;
  }

  /** The most calls that it had under way at a time since it was last asked. */
  int highest() {
    return highest.getAndSet(underWay.get());
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
