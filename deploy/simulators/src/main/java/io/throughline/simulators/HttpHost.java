package io.throughline.simulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
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
  private final Faults faults;
  private final Duration latency;

  HttpHost(int port, Faults faults, Duration latency) {
    this.faults = faults;
    this.latency = latency;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
    } catch (IOException e) {
      throw new UncheckedIOException("The simulators cannot listen on port " + port + ".", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
  }

  /** Calls below the path go to the handler, some of them astray. */
  void serve(String path, Function<Call, Reply> handler) {
    server.createContext(path, exchange -> answer(exchange, handler, true));
  }

  /** Calls below the path go to the handler. */
  void serveReliably(String path, Function<Call, Reply> handler) {
    server.createContext(path, exchange -> answer(exchange, handler, false));
  }

  private void answer(HttpExchange exchange, Function<Call, Reply> handler, boolean mayFail)
      throws IOException {
    try (exchange) {
      var call = call(exchange);
      if (mayFail) {
        pause(latency);
        var fault = faults.next(call);
        if (fault.isPresent()) {
          failing(exchange, call, handler, fault.get());
          return;
        }
      }
      send(exchange, handler.apply(call));
    } catch (RuntimeException e) {
      log.error(
          "A simulator failed at {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
    }
  }

  /** Where nothing is sent, closing the exchange breaks the connection. */
  private static void failing(
      HttpExchange exchange, Call call, Function<Call, Reply> handler, Fault fault)
      throws IOException {
    switch (fault) {
      case SLOW -> {
        pause(SLOW);
        send(exchange, handler.apply(call));
      }
      case TOO_MANY_REQUESTS ->
          send(
              exchange,
              new Reply(
                  429,
                  Map.of("Retry-After", "1"),
                  "application/json",
                  "{\"title\":\"Too Many Requests\"}"));
      case SERVER_ERROR -> send(exchange, Reply.json(500, "{\"title\":\"Internal Server Error\"}"));
      case DROPPED_BEFORE -> {}
      case DROPPED_AFTER -> {
        var _ = handler.apply(call);
      }
    }
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
        headers,
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

  void start() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
