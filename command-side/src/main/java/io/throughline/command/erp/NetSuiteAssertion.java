package io.throughline.command.erp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
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
import java.security.interfaces.ECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JWT by which we prove who we are (NetSuite, "OAuth 2.0 Client Credentials Flow": signed with
 * PS256 by an RSA key, with ES256, ES384 or ES512 by one on that curve; the certificate's id as key
 * id, audience the token URL, at most 60 minutes from issue to expiry).
 */
final class NetSuiteAssertion {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final NetSuiteProperties properties;
  private final JWSSigner signer;
  private final JWSAlgorithm algorithm;

  /**
   * @throws IllegalStateException if the configured key cannot sign
   */
  NetSuiteAssertion(NetSuiteProperties properties) {
    this.properties = properties;
    this.signer = signer(properties.privateKey());
    this.algorithm =
        Stream.of(JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512)
            .filter(signer.supportedJWSAlgorithms()::contains)
            .findFirst()
            .orElseThrow(() -> unusable(null));
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
    var header = new JWSHeader.Builder(algorithm).keyID(properties.certificateId()).build();
    var assertion = new SignedJWT(header, claims);
    try {
      assertion.sign(signer);
    } catch (JOSEException e) {
      throw unusable(e);
    }
    return assertion.serialize();
  }

  private static JWSSigner signer(String configured) {
    try {
      return switch (key(configured)) {
        case ECPrivateKey curve -> new ECDSASigner(curve);
        case PrivateKey rsa -> new RSASSASigner(rsa);
      };
    } catch (JOSEException | GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  private static PrivateKey key(String configured) throws GeneralSecurityException {
    var base64 = pem(configured).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
    try {
      return KeyFactory.getInstance("EC").generatePrivate(encoded);
    } catch (InvalidKeySpecException notElliptic) {
      return KeyFactory.getInstance("RSA").generatePrivate(encoded);
    }
  }

  private static String pem(String configured) {
    try {
      return configured.startsWith("file:")
          ? Files.readString(Path.of(URI.create(configured)))
          : configured;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key throughline.erp.netsuite.private-key cannot be read: " + configured, e);
    }
  }

  private static IllegalStateException unusable(@Nullable Exception cause) {
    return new IllegalStateException(
        "throughline.erp.netsuite.private-key is no key that NetSuite takes: give an RSA key, or an"
            + " EC key on P-256, P-384 or P-521, in PEM (PKCS 8).",
        cause);
  }
}
