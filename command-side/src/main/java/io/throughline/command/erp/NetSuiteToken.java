package io.throughline.command.erp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The access token: OAuth 2.0 client credentials with an assertion that we sign (NetSuite, "OAuth
 * 2.0 for integration applications": ES256, audience the token URL, at most 60 minutes). One thread
 * fetches, the others wait for it; it is renewed a minute before it expires (wall time).
 */
final class NetSuiteToken {
  private static final String PATH = "/services/rest/auth/oauth2/v1/token";
  private static final Duration ASSERTION_LIFE = Duration.ofMinutes(5);
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final NetSuiteProperties properties;
  private final Caller caller;
  private final Clock wall;
  private final ECPrivateKey key;
  private final JsonMapper json = JsonMapper.builder().build();
  private @Nullable Token token;

  private record Token(String value, Instant renewAt) {}

  NetSuiteToken(NetSuiteProperties properties, Caller caller, Clock wall) {
    this.properties = properties;
    this.caller = caller;
    this.wall = wall;
    this.key = key(properties.privateKey());
  }

  /**
   * What came of asking: {@link Outcome.Replied} with the token as its body, or why there is none.
   */
  synchronized Outcome get() {
    if (token != null && wall.instant().isBefore(token.renewAt())) {
      return new Outcome.Replied(200, Map.of(), token.value());
    }
    var outcome = fetch();
    if (outcome instanceof Outcome.Replied replied && replied.isSuccess()) {
      var answer = json.readTree(replied.body());
      var life = Duration.ofSeconds(answer.path("expires_in").asLong(3600));
      token =
          new Token(
              answer.path("access_token").asString(), wall.instant().plus(life).minus(MARGIN));
      return new Outcome.Replied(200, Map.of(), token.value());
    }
    return outcome;
  }

  /** NetSuite does not take this one any more. */
  synchronized void forget(String refused) {
    if (token != null && token.value().equals(refused)) {
      token = null;
    }
  }

  private Outcome fetch() {
    var url = properties.baseUrl().resolve(PATH);
    var form =
        Map.of(
            "grant_type", "client_credentials",
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion", assertion(url));
    var body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return caller.call(
        "POST", url, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
  }

  private String assertion(URI audience) {
    var now = wall.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(properties.clientId())
            .audience(audience.toString())
            .claim("scope", List.of("rest_webservices"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(properties.certificateId()).build();
    var assertion = new SignedJWT(header, claims);
    try {
      assertion.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(
          "The key throughline.erp.netsuite.private-key cannot sign with ES256.", e);
    }
    return assertion.serialize();
  }

  private static ECPrivateKey key(String configured) {
    try {
      var pem =
          configured.startsWith("file:")
              ? Files.readString(Path.of(URI.create(configured)))
              : configured;
      var base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
      return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(encoded);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key throughline.erp.netsuite.private-key cannot be read: " + configured, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "throughline.erp.netsuite.private-key is no EC P-256 key in PEM (PKCS 8).", e);
    }
  }
}
