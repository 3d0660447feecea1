package io.throughline.simulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the simulated systems on one port, with the latency and the faults they were told to have.
 */
final class HttpHost implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpHost.class);
  private static final Duration SLOW = Duration.ofMillis(400);

  static {
    // else every answer waits 40 ms for the client's acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Faults faults;
  private final Refusals refusals;
  private final Duration latency;
  private final Map<String, Traffic> traffics = new LinkedHashMap<>();

  HttpHost(int port, Faults faults, Refusals refusals, Duration latency) {
    this.faults = faults;
    this.refusals = refusals;
    this.latency = latency;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
    } catch (IOException e) {
      throw new UncheckedIOException("The simulators cannot listen on port " + port + ".", e);
    }
    server.setExecutor(workers);
  }

  /** Calls below the path go to the system, some of them astray. */
  void serve(String path, SimulatedSystem system) {
    var traffic = new Traffic(system.permits());
    traffics.put(path, traffic);
    server.createContext(path, exchange -> answer(exchange, system, traffic));
  }

  /** What the supplier gives, at once and without faults. */
  void serveReliably(String path, Supplier<Reply> answer) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            send(exchange, answer.get());
          }
        });
  }

  private void answer(HttpExchange exchange, SimulatedSystem system, Traffic traffic)
      throws IOException {
    // where nothing is sent, closing the exchange breaks the connection
    try (exchange) {
      var reply = outcome(call(exchange), system, traffic);
      if (reply.isPresent()) {
        send(exchange, reply.get());
      }
    }
  }

  /**
   * The permit is given back before the reply is sent, so a client that counts its own calls never
   * finds one missing.
   */
  private Optional<Reply> outcome(Call call, SimulatedSystem system, Traffic traffic) {
    if (traffic.isDown()) {
      return Optional.of(Reply.json(503, "{\"message\": \"Service Unavailable\"}"));
    }
    var left = traffic.maintenanceLeft();
    if (left.isPositive()) {
      traffic.turnedAway();
      return Optional.of(maintained(system, left));
    }
    if (!traffic.enter()) {
      return Optional.of(system.tooMany());
    }
    try {
      pause(latency);
      var fault = faults.next(system.identity(call), system.losesConnections());
      return fault.isPresent()
          ? failing(fault.get(), call, system)
          : Optional.of(answered(call, system));
    } catch (RuntimeException e) {
      log.error("A simulator failed at {} {}", call.method(), call.path(), e);
      return Optional.of(system.broken());
    } finally {
      traffic.leave();
    }
  }

  private static Reply maintained(SimulatedSystem system, Duration left) {
    var reply = system.maintained();
    var headers = new HashMap<>(reply.headers());
    headers.put("Retry-After", Long.toString(left.plusMillis(999).toSeconds()));
    return new Reply(reply.status(), Map.copyOf(headers), reply.contentType(), reply.body());
  }

  private Reply answered(Call call, SimulatedSystem system) {
    return refusals.of(call).orElseGet(() -> system.answer(call));
  }

  private Optional<Reply> failing(Fault fault, Call call, SimulatedSystem system) {
    return switch (fault) {
      case SLOW -> {
        pause(SLOW);
        yield Optional.of(answered(call, system));
      }
      case TOO_MANY_REQUESTS -> Optional.of(system.tooMany());
      case SERVER_ERROR -> Optional.of(system.broken());
      case DROPPED_BEFORE -> Optional.empty();
      case DROPPED_AFTER -> {
        var _ = answered(call, system);
        yield Optional.empty();
      }
    };
  }

  private static Call call(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    var uri = exchange.getRequestURI();
    return new Call(
        exchange.getRequestMethod(),
        uri.getPath(),
        Call.parse(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
        Map.copyOf(headers),
        exchange.getRequestBody().readAllBytes());
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    var body = reply.body().getBytes(StandardCharsets.UTF_8);
    if (body.length > 0) {
      exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    }
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @param path under which the system is served
   */
  void down(String path, boolean isDown) {
    of(path).down(isDown);
  }

  /**
   * @param path under which the system is served
   * @param until wall time
   */
  void maintained(String path, Instant until) {
    of(path).maintained(until);
  }

  private Traffic of(String path) {
    var traffic = traffics.get(path);
    if (traffic == null) {
      throw new IllegalArgumentException("No system is served under " + path + ".");
    }
    return traffic;
  }

  /** By the path of the system. */
  Map<String, Traffic.Count> traffic() {
    var counts = new LinkedHashMap<String, Traffic.Count>();
    traffics.forEach((path, traffic) -> counts.put(path, traffic.count()));
    return counts;
  }

  void start() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdown();
    try {
      // what is being worked on still finds its journal open
      if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
