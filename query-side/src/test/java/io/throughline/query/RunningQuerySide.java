package io.throughline.query;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.throughline.query.projection.Slices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real query side over real HTTP, with a MongoDB-protocol server and without Kafka: tests feed
 * its slices.
 */
public final class RunningQuerySide implements AutoCloseable {
  private static final KeyPair ISSUER = keyPair();

  private static @Nullable RunningQuerySide shared;

  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient http = HttpClient.newHttpClient();
  private final MongoServer mongo;
  private final ConfigurableApplicationContext context;

  private RunningQuerySide(MongoServer mongo, ConfigurableApplicationContext context) {
    this.mongo = mongo;
    this.context = context;
  }

  /** One that lasts as long as the tests: each feeds what it asks for. */
  public static synchronized RunningQuerySide shared() throws IOException {
    if (shared == null) {
      shared = start();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  public static RunningQuerySide start(String... further) throws IOException {
    var mongo = new MongoServer(new MemoryBackend());
    var uri = mongo.bindAndGetConnectionString();
    var issuer = Files.createTempFile("issuer", ".pem");
    var base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(ISSUER.getPublic().getEncoded());
    Files.writeString(
        issuer, "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
    var context =
        QuerySideApplication.application()
            .profiles("local")
            .run(
                Stream.concat(
                        Stream.of(
                            "--server.port=0",
                            "--spring.mongodb.uri=" + uri,
                            "--spring.kafka.bootstrap-servers=localhost:1",
                            "--throughline.keys.url=http://localhost:1",
                            "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                                + issuer.toUri()),
                        Stream.of(further))
                    .toArray(String[]::new));
    return new RunningQuerySide(mongo, context);
  }

  public Slices slices() {
    return context.getBean(Slices.class);
  }

  public HttpResponse<String> post(String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address("http"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public JsonNode query(String query, Map<String, Object> variables)
      throws IOException, InterruptedException {
    var body = json.writeValueAsString(Map.of("query", query, "variables", variables));
    return json.readTree(
        post(body, "Authorization", "Bearer " + token(Instant.now().plusSeconds(60))).body());
  }

  public JsonNode query(String query) throws IOException, InterruptedException {
    return query(query, Map.of());
  }

  public JsonNode queryAs(String role, String query) throws IOException, InterruptedException {
    var body = json.writeValueAsString(Map.of("query", query));
    var token = token(Instant.now().plusSeconds(60), role);
    return json.readTree(post(body, "Authorization", "Bearer " + token).body());
  }

  public HttpResponse<String> postAs(String role, String path)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:"
                        + context.getEnvironment().getProperty("local.server.port")
                        + path))
            .header("Authorization", "Bearer " + token(Instant.now().plusSeconds(60), role))
            .POST(HttpRequest.BodyPublishers.noBody());
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Over the usual route, with a token and a body of one's own. */
  public JsonNode ask(String token, Map<String, ?> body) throws IOException, InterruptedException {
    return send(json.writeValueAsString(body), token);
  }

  /** The answer to a body that may be no request. */
  public JsonNode send(String body, String token) throws IOException, InterruptedException {
    return json.readTree(post(body, "Authorization", "Bearer " + token).body());
  }

  public URI address(String scheme) {
    return URI.create(
        scheme
            + "://localhost:"
            + context.getEnvironment().getProperty("local.server.port")
            + "/graphql");
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public static String token(Instant expiry) {
    return token(expiry, "sales");
  }

  private static String token(Instant expiry, String role) {
    return token(expiry, "u1", Map.of("roles", List.of(role), "accounts", "all"));
  }

  /** A token with claims of one's own. */
  public static String token(Instant expiry, String user, Map<String, ?> further) {
    var claims =
        new JWTClaimsSet.Builder()
            .subject(user)
            .issuer("throughline-local")
            .audience("throughline")
            .expirationTime(Date.from(expiry));
    further.forEach(claims::claim);
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
    try {
      token.sign(new RSASSASigner(ISSUER.getPrivate()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static KeyPair keyPair() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    mongo.shutdownNow();
  }
}
