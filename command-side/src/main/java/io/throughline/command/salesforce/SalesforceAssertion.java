package io.throughline.command.salesforce;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/**
 * The JWT by which we prove who we are (Salesforce, "OAuth 2.0 JWT Bearer Flow": RS256 by the key
 * whose certificate the connected app has; {@code iss} the consumer key, {@code sub} the user,
 * {@code aud} the login server; it must expire within five minutes, so three are taken).
 */
final class SalesforceAssertion {
  private static final Duration LIFE = Duration.ofMinutes(3);

  private final SalesforceProperties properties;
  private final PrivateKey key;

  /**
   * @throws IllegalStateException if the configured key cannot sign
   */
  SalesforceAssertion(SalesforceProperties properties, String configured) {
    this.properties = properties;
    this.key = key(configured);
  }

  /**
   * @param now wall time
   */
  String signed(Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(properties.clientId())
            .subject(properties.username())
            .audience(properties.loginUrl().toString())
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    var assertion = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    try {
      assertion.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw unusable(e);
    }
    return assertion.serialize();
  }

  private static PrivateKey key(String configured) {
    try {
      var pem =
          configured.startsWith("file:")
              ? Files.readString(Path.of(URI.create(configured)))
              : configured;
      var base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key throughline.salesforce.private-key cannot be read: " + configured, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  private static IllegalStateException unusable(Exception cause) {
    return new IllegalStateException(
        "throughline.salesforce.private-key is no key that Salesforce takes: give an RSA key in PEM"
            + " (PKCS 8).",
        cause);
  }
}
