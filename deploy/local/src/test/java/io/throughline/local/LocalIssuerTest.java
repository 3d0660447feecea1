package io.throughline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.throughline.kernel.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {
  @TempDir Path data;

  @Test
  void aTokenSaysWhoMayDoWhatAndIsSigned() throws Exception {
    var issuer = LocalIssuer.of(data);
    var token = SignedJWT.parse(issuer.token(Role.PARTNER, "mill", Optional.of("MILL-1")));
    assertThat(token.verify(new RSASSAVerifier(publicKey(issuer)))).isTrue();
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("throughline-local");
    assertThat(claims.getAudience()).containsExactly("throughline");
    assertThat(claims.getSubject()).isEqualTo("mill");
    assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("partner"));
    assertThat(claims.getStringClaim("partner")).isEqualTo("MILL-1");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(LocalIssuer.VALIDITY);
  }

  @Test
  void theKeysLastAsLongAsTheDataDirectory() throws Exception {
    var first = LocalIssuer.of(data);
    var again = LocalIssuer.of(data);
    var token = SignedJWT.parse(again.token(Role.SALES, "ann", Optional.empty()));
    assertThat(token.verify(new RSASSAVerifier(publicKey(first)))).isTrue();
  }

  @Test
  void onlyTheOwnerReadsThePrivateKey() throws Exception {
    LocalIssuer.of(data);
    assertThat(Files.getPosixFilePermissions(data.resolve("keys/local-issuer.key.pem")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void aBrokenKeyIsNamed() throws Exception {
    Files.createDirectories(data.resolve("keys"));
    Files.writeString(data.resolve("keys/local-issuer.key.pem"), "nonsense!");
    assertThatThrownBy(() -> LocalIssuer.of(data))
        .isInstanceOf(LocalRunRefused.class)
        .hasMessageContaining("keys");
  }

  private static RSAPublicKey publicKey(LocalIssuer issuer) throws Exception {
    var pem = Files.readString(issuer.publicKeyFile()).replaceAll("-----[A-Z ]+-----|\\s", "");
    var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(pem));
    return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
  }
}
