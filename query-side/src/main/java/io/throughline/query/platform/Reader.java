package io.throughline.query.platform;

import graphql.GraphQLContext;
import io.throughline.kernel.PartnerId;
import io.throughline.kernel.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who asks, as the token says. */
public final class Reader {
  /** The claim by which a sales person may see everybody's accounts: {@code "accounts": "all"}. */
  public static final String ACCOUNTS = "accounts";

  /** The claim that names the partner for whom somebody acts. */
  public static final String PARTNER = "partner";

  private static final String KEY = Reader.class.getName();
  private static final String ROLE = "ROLE_";

  private final Jwt token;
  private final Set<Role> roles;

  private Reader(Authentication who) {
    if (!(who instanceof JwtAuthenticationToken jwt)) {
      throw new AccessDeniedException("A token is needed.");
    }
    this.token = jwt.getToken();
    this.roles = EnumSet.noneOf(Role.class);
    for (var role : Role.values()) {
      if (who.getAuthorities().stream()
          .anyMatch(it -> (ROLE + role.wireName()).equals(it.getAuthority()))) {
        roles.add(role);
      }
    }
  }

  /**
   * @throws AccessDeniedException if nobody is known to ask
   */
  public static Reader current() {
    return of(SecurityContextHolder.getContext().getAuthentication());
  }

  /**
   * @throws AccessDeniedException if it is nobody, or somebody without a token
   */
  public static Reader of(@Nullable Authentication who) {
    if (who == null) {
      throw new AccessDeniedException("A token is needed.");
    }
    return new Reader(who);
  }

  /** Of a request over HTTP, or of one over a WebSocket whose first message brought the token. */
  public static Reader of(WebGraphQlRequest request) {
    return request.getAttributes().get(KEY) instanceof Authentication who ? of(who) : current();
  }

  /** Under this key a WebSocket's attributes hold who opened it. */
  public static String attribute() {
    return KEY;
  }

  /** Of what is being answered. */
  public static Reader of(GraphQLContext context) {
    return context.getOrDefault(KEY, null) instanceof Reader reader ? reader : current();
  }

  void in(GraphQLContext.Builder context) {
    context.of(KEY, this);
  }

  public boolean hasAny(Set<Role> allowed) {
    for (var role : roles) {
      if (allowed.contains(role)) {
        return true;
      }
    }
    return false;
  }

  /**
   * For what is not asked by GraphQL, whose schema says who may.
   *
   * @throws AccessDeniedException if whoever asks has none of the roles
   */
  public static void require(String... names) {
    var known = List.of(names);
    if (current().roles.stream().noneMatch(role -> known.contains(role.wireName()))) {
      throw new AccessDeniedException("It takes another role.");
    }
  }

  /** Whether it is a person or a machine that has one of the roles. */
  public boolean has(Role... allowed) {
    return Arrays.stream(allowed).anyMatch(roles::contains);
  }

  /** As an opaque id; empty if the token names nobody. */
  public String user() {
    return Objects.requireNonNullElse(token.getSubject(), "");
  }

  /** The application that the token was issued to. */
  public Optional<String> client() {
    return Stream.of("azp", "client_id")
        .flatMap(claim -> Optional.ofNullable(token.getClaimAsString(claim)).stream())
        .findFirst();
  }

  public Optional<PartnerId> partner() {
    return Optional.ofNullable(token.getClaimAsString(PARTNER)).map(PartnerId::new);
  }

  /** Whether the token lets a sales person see other people's accounts. */
  public boolean seesAllAccounts() {
    return "all".equals(token.getClaimAsString(ACCOUNTS));
  }

  /** When the token ends (wall time). */
  public Instant until() {
    var until = token.getExpiresAt();
    return until == null ? Instant.MAX : until;
  }

  /** The token itself, for asking the command side in the same name. */
  public String token() {
    return token.getTokenValue();
  }
}
