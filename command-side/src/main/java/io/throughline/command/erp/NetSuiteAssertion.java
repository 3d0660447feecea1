package io.throughline.command.erp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * The JWT by which we prove who we are (NetSuite, "OAuth 2.0 Client Credentials Flow": ES256, the
 * certificate's id as key id, audience the token URL, at most 60 minutes from issue to expiry).
 */
final class NetSuiteAssertion {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final NetSuiteProperties properties;
  private final ECPrivateKey key;

  NetSuiteAssertion(NetSuiteProperties properties) {
    this.properties = properties;
    this.key = key(properties.privateKey());
  }

  /**
   * @param audience the token URL
   * @param now wall time
   */
  String signed(URI audience, Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(properties.clientId())
            .audience(audience.toString())
            .claim("scope", List.of("rest_webservices"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
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
