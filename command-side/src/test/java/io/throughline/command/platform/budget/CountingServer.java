package io.throughline.command.platform.budget;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server that knows how many calls it has under way, and had at most. */
final class CountingServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger highest = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private volatile int status = 200;
  private volatile String retryAfter = "";

  CountingServer(Duration latency) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(workers);
    server.createContext(
        "/",
        exchange -> {
          highest.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          try {
            Thread.sleep(latency);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          underWay.decrementAndGet();
          answered.incrementAndGet();
          if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  int highest() {
    return highest.get();
  }

  int answered() {
    return answered.get();
  }

  void answer(int newStatus, String newRetryAfter) {
    retryAfter = newRetryAfter;
    status = newStatus;
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
