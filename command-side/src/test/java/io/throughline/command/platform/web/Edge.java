package io.throughline.command.platform.web;

import io.throughline.command.CommandSideApplication;
import io.throughline.command.RunningCommandSide;
import io.throughline.command.TestDatabase;
import io.throughline.testing.FaultyEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.Key;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole command side behind a real port, with an endpoint beside it that fails when it is told
 * to.
 */
final class Edge implements AutoCloseable {
  /** Its tests run one after the other. */
  static final String SHARED = "edge";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;

  private Edge(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** As in a local run; one for all tests that lock {@link #SHARED}, to the end of their JVM. */
  static Edge shared() {
    return Shared.EDGE;
  }

  private static final class Shared {
    private static final Edge EDGE = start();

    private static Edge start() {
      try {
        return startWith("--spring.profiles.active=local");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * @param given further settings, or others than the usual ones: {@code --name=value}
   */
  static Edge startWith(String... given) throws IOException {
    var folder = Files.createTempDirectory("throughline-edge");
    var issuer =
        Files.writeString(
            folder.resolve("issuer.pem"), pem("PUBLIC", RunningCommandSide.issuer().getPublic()));
    var settings =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                // nobody is there; these tests send nothing to the others
                "--spring.kafka.bootstrap-servers=localhost:1",
                "--spring.security.oauth2.resourceserver.jwt.public-key-location=" + issuer.toUri(),
                "--throughline.erp.netsuite.base-url=http://localhost:1",
                "--throughline.erp.netsuite.client-id=client",
                "--throughline.erp.netsuite.certificate-id=certificate",
                "--throughline.erp.netsuite.private-key="
                    + pem("PRIVATE", RunningCommandSide.keyPair("EC", 256).getPrivate()),
                "--throughline.privacy.vault=" + folder.resolve("vault"),
                "--throughline.logistics.shipbob.base-url=http://localhost:1",
                "--throughline.logistics.shipbob.token=token",
                "--throughline.logistics.shipbob.webhook-secret=whsec_c2VjcmV0LW9mLXRoZS10ZXN0cw=="));
    settings.addAll(TestDatabase.newSettings());
    settings.removeIf(it -> Stream.of(given).anyMatch(other -> nameOf(other).equals(nameOf(it))));
    settings.addAll(List.of(given));
    return new Edge(
        CommandSideApplication.application()
            .sources(FaultyEndpoint.class)
            .registerShutdownHook(false) // at the JVM's end its database is gone before
            .run(settings.toArray(String[]::new)));
  }

  private static String nameOf(String setting) {
    return setting.substring(0, setting.indexOf('='));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  /** The class of a bean that nobody outside its package sees. */
  Class<?> type(String name) {
    return Objects.requireNonNull(context.getType(name));
  }

  @Nullable String setting(String name) {
    return context.getEnvironment().getProperty(name);
  }

  URI url(String path) {
    return URI.create(
        "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
  }

  /** An answer, with its body read as JSON where it is some. */
  record Reply(int status, JsonNode json, String body, HttpResponse<String> response) {

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The last part of the problem's type. */
    String kind() {
      return json.path("type").asString("").replace("urn:throughline:problem:", "");
    }

    String detail() {
      return json.path("detail").asString("");
    }
  }

  Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = http.send(request.build(), BodyHandlers.ofString());
    var isJson =
        response
            .headers()
            .firstValue("content-type")
            .filter(type -> type.contains("json"))
            .isPresent();
    var json =
        isJson && !response.body().isEmpty() ? JSON.readTree(response.body()) : JSON.nullNode();
    return new Reply(response.statusCode(), json, response.body(), response);
  }

  Reply get(String path, String... headers) throws IOException, InterruptedException {
    return send(with(HttpRequest.newBuilder(url(path)), headers));
  }

  /** A command of somebody in sales, with a key of its own. */
  Reply post(String path, String body, String... headers) throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of("Content-Type", "application/json"));
    all.addAll(List.of("Idempotency-Key", "\"" + UUID.randomUUID() + "\""));
    all.addAll(List.of("Authorization", "Bearer " + RunningCommandSide.token("sales")));
    all.addAll(List.of(headers));
    var request = HttpRequest.newBuilder(url(path)).POST(BodyPublishers.ofString(body));
    return send(with(request, all.toArray(String[]::new)));
  }

  /** Later ones replace earlier ones of the same name; an empty one takes it away. */
  private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    var last = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var i = 0; i < headers.length; i += 2) {
      last.put(headers[i], headers[i + 1]);
    }
    last.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            request.setHeader(name, value);
          }
        });
    return request;
  }

  private static String pem(String kind, Key key) {
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN " + kind + " KEY-----\n" + base64 + "\n-----END " + kind + " KEY-----\n";
  }

  @Override
  public void close() {
    context.close();
  }
}
