package io.throughline.simulators;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.throughline.simulators.SimulatorSettings.ErpClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody else's integration with the account, over plain HTTP. */
public final class Integration implements AutoCloseable {
  public static final KeyPair CURVE = keys("EC", 256);
  public static final KeyPair RSA = keys("RSA", 2048);
  private static final String TOKENS = "/services/rest/auth/oauth2/v1/token";
  private static final String RECORDS = "/services/rest/record/v1/";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI baseUrl;
  private String token = "none";

  /** An answer, its body read. */
  public record Answer(int status, HttpResponse<String> response, JsonNode body) {

    public String errorCode() {
      return body.path("o:errorDetails").path(0).path("o:errorCode").asString("");
    }

    public String errorPath() {
      return body.path("o:errorDetails").path(0).path("o:errorPath").asString("");
    }

    public String id() {
      var location = response.headers().firstValue("location").orElse("");
      return location.substring(location.lastIndexOf('/') + 1);
    }
  }

  public Integration(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** The clients that the account of these tests knows. */
  public static List<ErpClient> known() {
    return List.of(
        new ErpClient("client", "curve", pem(CURVE)), new ErpClient("client", "rsa", pem(RSA)));
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  public static KeyPair keys(String algorithm, int size) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes a token and goes on with it. */
  public Integration authorized() {
    token =
        askForToken(claims -> claims, JWSAlgorithm.ES256, "curve", CURVE)
            .body()
            .path("access_token")
            .asString();
    return this;
  }

  public Answer askForToken(
      UnaryOperator<JWTClaimsSet.Builder> change,
      JWSAlgorithm algorithm,
      String certificate,
      KeyPair keys) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("client")
            .audience(baseUrl.resolve(TOKENS).toString())
            .claim("scope", List.of("rest_webservices"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofMinutes(30))));
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).keyID(certificate).build(),
            change.apply(claims).build());
    try {
      jwt.sign(
          keys.getPrivate() instanceof ECPrivateKey curve
              ? new ECDSASigner(curve)
              : new RSASSASigner(keys.getPrivate()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    var form =
        "grant_type=client_credentials&client_assertion_type="
            + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
            + "&client_assertion="
            + jwt.serialize();
    return send(
        HttpRequest.newBuilder(baseUrl.resolve(TOKENS))
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public Answer get(String record) {
    return call("GET", RECORDS + record, "");
  }

  public Answer put(String record, String body) {
    return call("PUT", RECORDS + record, body);
  }

  public Answer patch(String record, String body) {
    return call("PATCH", RECORDS + record, body);
  }

  public Answer post(String record, String body) {
    return call("POST", RECORDS + record, body);
  }

  public Answer query(String query, String page) {
    return send(
        request(
                "POST",
                "/services/rest/query/v1/suiteql" + page,
                JSON.createObjectNode().put("q", query).toString())
            .header("Prefer", "transient"));
  }

  public Answer call(String method, String path, String body) {
    return send(request(method, path, body));
  }

  private HttpRequest.Builder request(String method, String path, String body) {
    return HttpRequest.newBuilder(baseUrl.resolve(path))
        .header("Authorization", "Bearer " + token)
        .method(method, HttpRequest.BodyPublishers.ofString(body));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      var body =
          response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
      return new Answer(response.statusCode(), response, body);
    } catch (IOException e) {
      throw new LostReply(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LostReply(e);
    }
  }

  /** No answer came. */
  public static final class LostReply extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostReply(Exception cause) {
      super(cause);
    }
  }

  @Override
  public void close() {
    http.close();
  }

  public static CarrierAccounts carriers() {
    return new CarrierAccounts(
        "carrier-token",
        "whsec_c2VjcmV0LW9mLXRoZS10ZXN0cw==",
        "refresh-token",
        "shared-signature-secret");
  }
}
