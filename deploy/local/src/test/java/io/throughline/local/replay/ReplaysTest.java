package io.throughline.local.replay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.throughline.local.LocalRunRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Something that is no query side answers, or nobody does. */
class ReplaysTest {
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var page = "<html>Welcome</html>".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Replays replays() {
    return new Replays(
        URI.create("http://localhost:" + server.getAddress().getPort()), () -> "token");
  }

  @Test
  void anAnswerThatCannotBeReadIsNotTakenForSilence() {
    assertThatThrownBy(() -> replays().status("orderlist"))
        .isInstanceOf(LocalRunRefused.class)
        .hasMessageContaining("is no query side")
        .hasMessageContaining("--url");
  }

  @Test
  void silenceIsToldAsSuch() {
    var replays = replays();
    server.stop(0);
    assertThatThrownBy(() -> replays.status("orderlist"))
        .isInstanceOf(LocalRunRefused.class)
        .hasMessageContaining("No query side answers");
  }
}
