package io.throughline.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.throughline.kernel.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Issues tokens for the local run alone: RS256, issuer {@code throughline-local}, audience {@code
 * throughline}, which the applications refuse outside the profile {@code local}. Its key pair lasts
 * as long as the data directory, so a token may be made whether a run is up or not.
 */
public final class LocalIssuer {
  public static final String ISSUER = "throughline-local";

  /** Wall time. */
  public static final Duration VALIDITY = Duration.ofHours(12);

  private static final String AUDIENCE = "throughline";
  private static final int KEY_BITS = 2048;

  private final PrivateKey privateKey;
  private final Path publicKeyFile;
  private final Clock wall;

  private LocalIssuer(PrivateKey privateKey, Path publicKeyFile, Clock wall) {
    this.privateKey = privateKey;
    this.publicKeyFile = publicKeyFile;
    this.wall = wall;
  }

  /**
   * Reads the key pair under {@code <data>/keys}, or makes it.
   *
   * @throws LocalRunRefused if it is there but cannot be read, or cannot be made
   */
  public static LocalIssuer of(Path dataDirectory) {
    return of(dataDirectory, Clock.systemUTC());
  }

  static LocalIssuer of(Path dataDirectory, Clock wall) {
    var keys = dataDirectory.resolve("keys");
    var privateKeyFile = keys.resolve("local-issuer.key.pem");
    var publicKeyFile = keys.resolve("local-issuer.pub.pem");
    try {
      if (!Files.exists(privateKeyFile)) {
        makeKeys(keys, privateKeyFile, publicKeyFile);
      }
      return new LocalIssuer(readPrivateKey(privateKeyFile), publicKeyFile, wall);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new LocalRunRefused(
          "The token issuer's keys in " + keys + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static void makeKeys(Path keys, Path privateKeyFile, Path publicKeyFile)
      throws IOException, GeneralSecurityException {
    Files.createDirectories(keys);
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(KEY_BITS);
    var pair = generator.generateKeyPair();
    Files.writeString(publicKeyFile, Pem.of(pair.getPublic()));
    // the private key last and at once: where it is, the public one is too
    var unfinished = keys.resolve("local-issuer.key.pem.next");
    Files.writeString(unfinished, Pem.of(pair.getPrivate()));
    if (Files.getFileStore(keys).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
    }
    Files.move(unfinished, privateKeyFile, StandardCopyOption.ATOMIC_MOVE);
  }

  private static PrivateKey readPrivateKey(Path file) throws IOException, GeneralSecurityException {
    var body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
  }

  /** PEM, X.509 SubjectPublicKeyInfo: what the applications check tokens with. */
  public Path publicKeyFile() {
    return publicKeyFile;
  }

  /**
   * A token for one user in one role, valid for {@link #VALIDITY} from now. In sales it is for
   * everybody's accounts.
   */
  public String token(Role role, String user, Optional<String> partner) {
    var claims = new LinkedHashMap<String, String>();
    partner.ifPresent(name -> claims.put("partner", name));
    if (role == Role.SALES) {
      claims.put("accounts", "all");
    }
    return token(role.wireName(), user, claims);
  }

  /** A token for a sales person who looks after the own accounts alone. */
  public String repsToken(String user) {
    return token(Role.SALES.wireName(), user, Map.of());
  }

  /** A machine's token, which opens the key service and nothing else. */
  String keysToken() {
    return token("keys", "query-side", Map.of());
  }

  private String token(String role, String user, Map<String, String> further) {
    var now = wall.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(user)
            .claim("roles", List.of(role))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(VALIDITY)));
    further.forEach(claims::claim);
    return signed(claims.build());
  }

  /** Tells the console who signed in (OpenID Connect Core, 2); it opens no application. */
  String idToken(URI authority, String clientId, String user) {
    var now = wall.instant();
    return signed(
        new JWTClaimsSet.Builder()
            .issuer(authority.toString())
            .audience(clientId)
            .subject(user)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(VALIDITY)))
            .build());
  }

  private String signed(JWTClaimsSet claims) {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    try {
      token.sign(new RSASSASigner(privateKey));
    } catch (JOSEException e) {
      throw new LocalRunRefused("The token could not be signed: " + e.getMessage(), e);
    }
    return token.serialize();
  }
}
