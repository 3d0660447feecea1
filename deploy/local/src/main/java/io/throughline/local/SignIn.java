package io.throughline.local;

import io.throughline.kernel.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The local issuer's sign-in, for the console: a small OpenID provider where whoever sits at the
 * machine says in which role they come (authorization code with PKCE, RFC 6749 and 7636). The query
 * side of a local run serves it, and opens it in the profile {@code local} alone.
 */
final class SignIn {
  static final String PATH = "/local-issuer";

  /** From choosing a role to fetching the token (wall time). */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int CODE_BYTES = 24;
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final List<String> CARRIED =
      List.of("client_id", "redirect_uri", "state", "code_challenge");

  private final LocalIssuer issuer;
  private final Clock wall;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  /**
   * Somebody chose a role; whoever has the code and knows the challenge's secret gets the token.
   */
  private record Grant(
      Role role,
      String user,
      Optional<String> partner,
      String clientId,
      String redirectUri,
      String challenge,
      Instant until) {}

  SignIn(LocalIssuer issuer, Clock wall) {
    this.issuer = issuer;
    this.wall = wall;
  }

  static SignIn of(LocalIssuer issuer) {
    return new SignIn(issuer, Clock.systemUTC());
  }

  /** Has an application serve it. */
  ApplicationContextInitializer<GenericApplicationContext> offer() {
    return context -> context.registerBean("localSignIn", RouterFunction.class, this::routes);
  }

  private RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH + "/.well-known/openid-configuration", SignIn::configuration)
        .GET(PATH + "/authorize", this::ask)
        .POST(PATH + "/authorize", this::grant)
        .POST(PATH + "/token", this::token)
        .build();
  }

  private static ServerResponse configuration(ServerRequest request) {
    var authority = authority(request);
    return ServerResponse.ok()
        .body(
            Map.of(
                "issuer", authority.toString(),
                "authorization_endpoint", authority + "/authorize",
                "token_endpoint", authority + "/token",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "code_challenge_methods_supported", List.of("S256")));
  }

  private ServerResponse ask(ServerRequest request) {
    var problem = problemOf(request);
    if (problem.isPresent()) {
      return refused(problem.get());
    }
    var carried = new LinkedHashMap<String, String>();
    CARRIED.forEach(name -> request.param(name).ifPresent(value -> carried.put(name, value)));
    var nonce = code();
    return ServerResponse.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'nonce-"
                + nonce
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .body(SignInPage.of(carried, nonce));
  }

  private ServerResponse grant(ServerRequest request) {
    var problem = problemOf(request);
    if (problem.isPresent()) {
      return refused(problem.get());
    }
    var role =
        Arrays.stream(Role.values())
            .filter(it -> request.param("role").filter(it.wireName()::equals).isPresent())
            .findAny();
    if (role.isEmpty()) {
      return refused("Choose one of the roles.");
    }
    var code = code();
    var redirectUri = request.param("redirect_uri").orElseThrow();
    dropStale();
    grants.put(
        code,
        new Grant(
            role.get(),
            given(request, "user").orElse(role.get().wireName()),
            given(request, "partner").filter(_ -> role.get() == Role.PARTNER),
            request.param("client_id").orElseThrow(),
            redirectUri,
            request.param("code_challenge").orElseThrow(),
            wall.instant().plus(PATIENCE)));
    var target =
        UriComponentsBuilder.fromUriString(redirectUri)
            .queryParam("code", "{code}")
            .queryParam("state", "{state}")
            .encode()
            .buildAndExpand(code, request.param("state").orElse(""))
            .toUri();
    return ServerResponse.status(HttpStatus.SEE_OTHER).location(target).build();
  }

  private ServerResponse token(ServerRequest request) {
    var grant = request.param("code").map(grants::remove).orElse(null);
    if (grant == null || !fits(grant, request)) {
      return ServerResponse.badRequest()
          .body(
              Map.of(
                  "error", "invalid_grant",
                  "error_description", "The code is not known, used already, or too old."));
    }
    return ServerResponse.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            Map.of(
                "access_token", issuer.token(grant.role(), grant.user(), grant.partner()),
                "id_token", issuer.idToken(authority(request), grant.clientId(), grant.user()),
                "token_type", "Bearer",
                "expires_in", LocalIssuer.VALIDITY.toSeconds()));
  }

  private boolean fits(Grant grant, ServerRequest request) {
    return wall.instant().isBefore(grant.until())
        && request.param("grant_type").filter("authorization_code"::equals).isPresent()
        && request.param("client_id").filter(grant.clientId()::equals).isPresent()
        && request.param("redirect_uri").filter(grant.redirectUri()::equals).isPresent()
        && request
            .param("code_verifier")
            .map(SignIn::challenge)
            .filter(grant.challenge()::equals)
            .isPresent();
  }

  private static Optional<String> problemOf(ServerRequest request) {
    var redirectUri = request.param("redirect_uri").orElse(null);
    if (request.param("client_id").isEmpty() || request.param("code_challenge").isEmpty()) {
      return Optional.of("The request lacks client_id or code_challenge: begin at the console.");
    }
    return isOurs(request, redirectUri)
        ? Optional.empty()
        : Optional.of("redirect_uri must be the console's own address.");
  }

  /** A code goes to the page that the run itself serves, and nowhere else. */
  private static boolean isOurs(ServerRequest request, @Nullable String redirectUri) {
    return redirectUri != null && redirectUri.equals(request.uri().resolve("/").toString());
  }

  private static URI authority(ServerRequest request) {
    return request.uri().resolve(PATH);
  }

  private static Optional<String> given(ServerRequest request, String name) {
    return request.param(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  private void dropStale() {
    var now = wall.instant();
    grants.values().removeIf(grant -> grant.until().isBefore(now));
  }

  private static ServerResponse refused(String why) {
    return ServerResponse.badRequest().contentType(MediaType.TEXT_PLAIN).body(why + "\n");
  }

  private String code() {
    var bytes = new byte[CODE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
