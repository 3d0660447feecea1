package io.throughline.simulators.netsuite;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.throughline.simulators.Call;
import io.throughline.simulators.SimulatorSettings.ErpClient;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The OAuth 2.0 token endpoint for machine to machine integrations: client credentials with a JWT
 * signed by the key whose certificate the account knows. Tokens live an hour of wall time.
 */
final class Tokens {
  static final String PATH = "/services/rest/auth/oauth2/v1/token";

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);
  private static final Duration LIFE = Duration.ofHours(1);
  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final List<ErpClient> clients;
  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

  Tokens(List<ErpClient> clients) {
    this.clients = clients;
  }

  String issue(Call call) {
    var form = call.form();
    if (!"client_credentials".equals(form.get("grant_type"))
        || !ASSERTION_TYPE.equals(form.get("client_assertion_type"))) {
      throw Problem.unauthorized("unsupported_grant_type");
    }
    try {
      check(SignedJWT.parse(form.getOrDefault("client_assertion", "")));
    } catch (ParseException | JOSEException e) {
      throw Problem.unauthorized("invalid_client: " + e.getMessage());
    }
    var token = UUID.randomUUID().toString();
    tokens.put(token, Instant.now().plus(LIFE));
    return "{\"access_token\":\""
        + token
        + "\",\"expires_in\":\""
        + LIFE.toSeconds()
        + "\",\"token_type\":\"bearer\"}";
  }

  private void check(SignedJWT assertion) throws ParseException, JOSEException {
    var claims = assertion.getJWTClaimsSet();
    var client =
        clients.stream()
            .filter(it -> it.clientId().equals(claims.getIssuer()))
            .filter(it -> it.certificateId().equals(assertion.getHeader().getKeyID()))
            .findFirst()
            .orElseThrow(
                () -> Problem.unauthorized("invalid_client: unknown issuer or certificate"));
    var key = publicKey(client.publicKeyPem());
    if (!ALGORITHMS.contains(assertion.getHeader().getAlgorithm())
        || !assertion.verify(new ECDSAVerifier(key))) {
      throw Problem.unauthorized("invalid_client: bad signature");
    }
    var issued = claims.getIssueTime();
    var expires = claims.getExpirationTime();
    if (issued == null
        || expires == null
        || expires.toInstant().isBefore(Instant.now())
        || Duration.between(issued.toInstant(), expires.toInstant())
                .compareTo(Duration.ofMinutes(60))
            > 0) {
      throw Problem.unauthorized(
          "invalid_client: the assertion is expired or lives longer than 60 minutes");
    }
    if (claims.getAudience().stream().noneMatch(audience -> audience.endsWith(PATH))) {
      throw Problem.unauthorized("invalid_client: wrong audience");
    }
  }

  private static ECPublicKey publicKey(String pem) {
    var base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
      return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(encoded);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The client's public key is no EC key in PEM.", e);
    }
  }

  void require(Call call) {
    var bearer =
        call.header("authorization")
            .filter(it -> it.startsWith("Bearer "))
            .map(it -> it.substring(7));
    var expiry = bearer.map(tokens::get);
    if (expiry.isEmpty() || expiry.get().isBefore(Instant.now())) {
      throw Problem.unauthorized("Invalid login attempt.");
    }
  }
}
