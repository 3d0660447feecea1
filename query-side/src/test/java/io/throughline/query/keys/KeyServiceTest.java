package io.throughline.query.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.throughline.kernel.privacy.DataKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyServiceTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[DataKey.LENGTH]);

  @TempDir private Path folder;
  private HttpServer server;
  private KeyService keys;
  private volatile int status = 200;
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/internal/v1/keys",
        exchange -> {
          questions.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
          var body =
              ("{\"keys\":[{\"keyId\":\"k1\",\"owner\":\"ACME\",\"key\":\"" + KEY + "\"}]}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    var token = Files.writeString(folder.resolve("token"), "first\n");
    keys =
        new KeyService(
            new KeyServiceProperties(
                URI.create("http://localhost:" + server.getAddress().getPort()),
                token,
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                100));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void manyKeysAreOneQuestionAndAreKept() {
    keys.prepare(Set.of("k1", "k2"));

    assertThat(keys.toOpen("k1")).isPresent();
    assertThat(keys.toOpen("k2")).as("gone for good").isEmpty();
    assertThat(questions).hasSize(1);
  }

  @Test
  void aRenewedTokenIsUsedAtOnce() throws IOException {
    keys.prepare(Set.of("k1"));
    Files.writeString(folder.resolve("token"), "second\n");
    keys.prepare(Set.of("k3"));

    assertThat(tokens).containsExactly("Bearer first", "Bearer second");
  }

  @Test
  void afterAnErasureTheKeyIsNotInMemory() {
    keys.prepare(Set.of("k1"));
    keys.forget("ACME");
    keys.prepare(Set.of("k1"));

    assertThat(questions).hasSize(2);
  }

  @Test
  void aRefusalIsNoErasure() {
    status = 503;

    assertThatThrownBy(() -> keys.prepare(Set.of("k1"))).isInstanceOf(KeysUnavailable.class);
    assertThatThrownBy(() -> keys.toOpen("k2")).isInstanceOf(KeysUnavailable.class);
    status = 200;
    assertThat(keys.toOpen("k1")).isPresent();
  }

  @Test
  void silenceIsNoErasure() {
    server.stop(0);

    assertThatThrownBy(() -> keys.toOpen("k1")).isInstanceOf(KeysUnavailable.class);
  }
}
