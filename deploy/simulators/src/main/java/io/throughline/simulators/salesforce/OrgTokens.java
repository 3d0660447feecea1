package io.throughline.simulators.salesforce;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.throughline.simulators.Call;
import io.throughline.simulators.Reply;
import io.throughline.simulators.SimulatedSystem;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The org's OAuth 2.0 token endpoint, for a connected app: the JWT bearer flow (RS256 by the key
 * whose certificate the app knows; {@code iss} the consumer key, {@code sub} the user, {@code aud}
 * the login server, {@code exp} within five minutes) and client credentials. Answers name no
 * expiry, as Salesforce's do not; sessions end when the org says so.
 */
public final class OrgTokens implements SimulatedSystem {
  public static final String PATH = "/services/oauth2/token";

  private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
  private static final String USER = "005000000000009AAA";

  private final JsonMapper json = JsonMapper.builder().build();
  private final OrgAccount account;
  private final RSAPublicKey key;
  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

  OrgTokens(OrgAccount account) {
    this.account = account;
    this.key = key(account.publicKeyPem());
  }

  private static RSAPublicKey key(String pem) {
    var base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("The connected app's key is no RSA key in PEM.", e);
    }
  }

  @Override
  public Reply answer(Call call) {
    var form = call.form();
    var server = "http://" + call.header("host").orElse("");
    return switch (form.getOrDefault("grant_type", "")) {
      case JWT_BEARER ->
          objection(form.getOrDefault("assertion", ""), server)
              .map(why -> error("invalid_grant", why))
              .orElseGet(() -> granted(server));
      case "client_credentials" ->
          account.clientId().equals(form.get("client_id"))
                  && account.clientSecret().equals(form.get("client_secret"))
              ? granted(server)
              : error("invalid_client", "invalid client credentials");
      default -> error("unsupported_grant_type", "grant type not supported");
    };
  }

  private Optional<String> objection(String assertion, String server) {
    try {
      var jwt = SignedJWT.parse(assertion);
      if (!jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
          || !jwt.verify(new RSASSAVerifier(key))) {
        return Optional.of("invalid assertion");
      }
      return objection(jwt.getJWTClaimsSet(), server);
    } catch (ParseException | JOSEException e) {
      return Optional.of("invalid assertion");
    }
  }

  private Optional<String> objection(JWTClaimsSet claims, String server) {
    if (!account.clientId().equals(claims.getIssuer())) {
      return Optional.of("client identifier invalid");
    }
    if (!account.username().equals(claims.getSubject())) {
      return Optional.of("user hasn't approved this consumer");
    }
    if (!claims.getAudience().contains(server)) {
      return Optional.of("audience is invalid");
    }
    var expiry = claims.getExpirationTime();
    var now = Instant.now();
    return expiry == null
            || expiry.toInstant().isBefore(now)
            || expiry.toInstant().isAfter(now.plus(LONGEST_LIFE))
        ? Optional.of("expired authorization code")
        : Optional.empty();
  }

  private Reply granted(String server) {
    var token = account.orgId().substring(0, 15) + "!" + UUID.randomUUID();
    tokens.put(token, Instant.now());
    var body =
        json.createObjectNode()
            .put("access_token", token)
            .put("scope", "api")
            .put("instance_url", server)
            .put("id", server + "/id/" + account.orgId() + "/" + USER)
            .put("token_type", "Bearer");
    return Reply.json(200, body.toString());
  }

  private Reply error(String error, String description) {
    var body = json.createObjectNode().put("error", error).put("error_description", description);
    return Reply.json(400, body.toString());
  }

  boolean isGood(String token) {
    return tokens.containsKey(token);
  }

  String user() {
    return USER;
  }

  /** No session is good any more. */
  public void forgetAll() {
    tokens.clear();
  }

  @Override
  public Reply tooMany() {
    return OrgRefusal.busy().reply();
  }

  @Override
  public Reply broken() {
    return OrgRefusal.broken().reply();
  }

  /** Nothing is done here that a lost reply could leave in doubt. */
  @Override
  public boolean losesConnections() {
    return false;
  }

  /** Assertions are never the same twice. */
  @Override
  public String identity(Call call) {
    return call.method() + " " + call.path();
  }
}
