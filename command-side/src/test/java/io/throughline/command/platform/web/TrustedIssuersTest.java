package io.throughline.command.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.throughline.command.RunningCommandSide;
import io.throughline.command.platform.web.TrustedIssuers.ByIssuer;
import io.throughline.command.platform.web.TrustedIssuers.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;

/** A Salesforce org's tokens, checked against the keys that it publishes over real HTTP. */
class TrustedIssuersTest {
  private static final String ORG = "https://acme.my.salesforce.com";
  private static final KeyPair KEY = RunningCommandSide.keyPair("RSA", 2048);
  private static final KeyPair STRANGER = RunningCommandSide.keyPair("RSA", 2048);

  private static HttpServer keys;
  private static ByIssuer decoder;

  @BeforeAll
  static void start() throws IOException {
    var published =
        new JWKSet(new RSAKey.Builder((RSAPublicKey) KEY.getPublic()).keyID("one").build())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    keys.createContext(
        "/id/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, published.length);
          exchange.getResponseBody().write(published);
          exchange.close();
        });
    keys.start();
    decoder =
        new ByIssuer(
            _ -> {
              throw new JwtException("left to our own issuer's keys");
            },
            List.of(
                new Settings(
                    ORG,
                    "http://localhost:" + keys.getAddress().getPort() + "/id/keys",
                    "throughline",
                    null,
                    "permissions",
                    Map.of("Throughline_Sales", "sales", "Throughline_Finance", "finance"),
                    List.of())));
  }

  @AfterAll
  static void stop() {
    keys.stop(0);
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ORG)
        .audience("throughline")
        .subject("uid:0055g00000AbCdE")
        .claim("permissions", List.of("Throughline_Sales", "Marketing"))
        .expirationTime(Date.from(Instant.now().plusSeconds(60)));
  }

  private static String signed(JWTClaimsSet claims, KeyPair key) throws Exception {
    var token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
    token.sign(new RSASSASigner(key.getPrivate()));
    return token.serialize();
  }

  @Test
  void anOrgsUserComesWithItsIdAndOurRoles() throws Exception {
    var jwt = decoder.decode(signed(claims().build(), KEY));

    assertThat(jwt.getSubject()).isEqualTo("0055g00000AbCdE");
    assertThat(jwt.getClaimAsStringList("roles")).containsExactly("sales");
  }

  @Test
  void whatTheOrgDidNotSignOrNotForUsIsRefused() throws Exception {
    var forged = signed(claims().build(), STRANGER);
    var forOthers = signed(claims().audience("somebody-else").build(), KEY);
    var old =
        signed(claims().expirationTime(Date.from(Instant.now().minusSeconds(600))).build(), KEY);
    var nobodys = signed(claims().subject(null).build(), KEY);

    for (var bad : List.of(forged, forOthers, old, nobodys)) {
      assertThatThrownBy(() -> decoder.decode(bad)).isInstanceOf(JwtException.class);
    }
  }

  @Test
  void otherTokensAreLeftToOurOwnIssuersKeys() throws Exception {
    var ours = signed(claims().issuer("throughline-local").build(), KEY);

    assertThatThrownBy(() -> decoder.decode(ours)).hasMessageContaining("our own issuer's keys");
    assertThatThrownBy(() -> decoder.decode("no token")).hasMessageContaining("our own issuer's");
  }
}
