package io.throughline.simulators.netsuite;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.throughline.simulators.SimulatorSettings.ErpClient;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the JWT by which a client proves who it is (NetSuite, "OAuth 2.0 Client Credentials
 * Flow"): PS256/384/512 or ES256/384/512 with the key whose certificate the account knows, audience
 * the token URL, scope REST web services, at most 60 minutes from issue to expiry.
 */
final class ClientAssertions {
  private static final Set<String> ALGORITHMS =
      Set.of("PS256", "PS384", "PS512", "ES256", "ES384", "ES512");
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(60);

  private record Client(String clientId, String certificateId) {}

  private final Map<Client, PublicKey> keys = new HashMap<>();

  ClientAssertions(List<ErpClient> clients) {
    clients.forEach(
        client ->
            keys.put(
                new Client(client.clientId(), client.certificateId()),
                publicKey(client.publicKeyPem())));
  }

  /**
   * What is wrong with the assertion, if anything is.
   *
   * @param tokenUrl without the scheme
   */
  Optional<String> objection(String assertion, String tokenUrl) {
    try {
      var jwt = SignedJWT.parse(assertion);
      var claims = jwt.getJWTClaimsSet();
      var key = keys.get(new Client(claims.getIssuer(), jwt.getHeader().getKeyID()));
      if (key == null) {
        return Optional.of("Unknown issuer or certificate.");
      }
      if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm().getName())
          || !jwt.verify(verifier(key))) {
        return Optional.of("Bad signature.");
      }
      return objection(claims, tokenUrl);
    } catch (ParseException | JOSEException e) {
      return Optional.of("The assertion cannot be read: " + e.getMessage());
    }
  }

  private static Optional<String> objection(JWTClaimsSet claims, String tokenUrl)
      throws ParseException {
    var issued = claims.getIssueTime();
    var expires = claims.getExpirationTime();
    if (issued == null || expires == null || expires.toInstant().isBefore(Instant.now())) {
      return Optional.of("The assertion is expired, or does not say when it was issued.");
    }
    var life = Duration.between(issued.toInstant(), expires.toInstant());
    if (life.compareTo(LONGEST_LIFE) > 0) {
      return Optional.of("The assertion lives longer than 60 minutes.");
    }
    if (!claims.getAudience().contains("http://" + tokenUrl)
        && !claims.getAudience().contains("https://" + tokenUrl)) {
      return Optional.of("The audience is not the token URL.");
    }
    return scopes(claims).contains("rest_webservices")
        ? Optional.empty()
        : Optional.of("The scope rest_webservices is missing.");
  }

  private static List<String> scopes(JWTClaimsSet claims) throws ParseException {
    return claims.getClaim("scope") instanceof String text
        ? List.of(text.split("\\s*,\\s*"))
        : Optional.ofNullable(claims.getStringListClaim("scope")).orElse(List.of());
  }

  private static JWSVerifier verifier(PublicKey key) throws JOSEException {
    return switch (key) {
      case ECPublicKey curve -> new ECDSAVerifier(curve);
      case RSAPublicKey rsa -> new RSASSAVerifier(rsa);
      default -> throw new JOSEException("A key of this kind is not supported.");
    };
  }

  private static PublicKey publicKey(String pem) {
    var base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
    try {
      try {
        return KeyFactory.getInstance("EC").generatePublic(encoded);
      } catch (InvalidKeySpecException notElliptic) {
        return KeyFactory.getInstance("RSA").generatePublic(encoded);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The client's public key is no EC or RSA key in PEM.", e);
    }
  }
}
