package io.throughline.command.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys that NetSuite takes, and what it checks of an assertion. */
class NetSuiteAssertionTest {
  private static final URI TOKENS = URI.create("https://1.suitetalk.api.netsuite.com/token");
  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

  private static NetSuiteAssertion assertion(String key) {
    return new NetSuiteAssertion(
        new NetSuiteProperties(
            TOKENS, "client", "certificate", key, 15, null, Duration.ofSeconds(1), 200));
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, 3072, PS256",
    "EC, 256, ES256",
    "EC, 384, ES384",
    "EC, 521, ES512",
  })
  void everyKindOfKeySignsInItsOwnWay(String kind, int size, String algorithm) throws Exception {
    var generator = KeyPairGenerator.getInstance(kind);
    generator.initialize(size);
    var keys = generator.generateKeyPair();
    var pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";

    var jwt = SignedJWT.parse(assertion(pem).signed(TOKENS, NOW));

    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
    assertThat(jwt.getHeader().getKeyID()).isEqualTo("certificate");
    assertThat(jwt.verify(verifier(keys.getPublic()))).isTrue();
    var claims = jwt.getJWTClaimsSet();
    assertThat(claims.getAudience()).containsExactly(TOKENS.toString());
    assertThat(claims.getIssueTime().toInstant()).isEqualTo(NOW);
    assertThat(claims.getExpirationTime().toInstant())
        .isBetween(NOW.plusSeconds(1), NOW.plus(Duration.ofMinutes(60)));
  }

  private static JWSVerifier verifier(PublicKey key) throws JOSEException {
    return key instanceof ECPublicKey curve
        ? new ECDSAVerifier(curve)
        : new RSASSAVerifier((RSAPublicKey) key);
  }

  @Test
  void whatIsNoKeyIsRefusedWithWhatToGive() {
    assertThatThrownBy(() -> assertion("nothing"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("RSA key")
        .hasMessageContaining("P-256, P-384 or P-521");
  }
}
