package io.throughline.command.conformance;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A server that grants tokens and answers everything else with the same nonsense, and 200. */
public final class Nonsense implements AutoCloseable {
  /** A page of somebody in between, JSON that is something else, and half an answer. */
  public static final List<String> KINDS =
      List.of("<html>Under maintenance</html>", "{}", "{\"data\": {\"ord");

  private final HttpServer server;

  public Nonsense(String body) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var isToken = exchange.getRequestURI().getPath().contains("/auth/");
            var answer =
                (isToken ? "{\"access_token\": \"t\", \"expires_in\": 3600}" : body)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
  }

  public URI baseUrl() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
