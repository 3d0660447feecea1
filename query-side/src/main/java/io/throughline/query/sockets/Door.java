package io.throughline.query.sockets;

import io.throughline.query.platform.Reader;
import io.throughline.query.platform.Refusal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A socket's first message brings the token, {@code {"Authorization": "Bearer …"}}, unless its
 * handshake did; browsers cannot send headers there.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Door implements WebSocketGraphQlInterceptor {
  static final String UNTIL = Door.class.getName() + ".until";

  private static final String BEARER = "bearer ";
  private static final Refusal ENDED =
      new Refusal("UNAUTHENTICATED", "The token has ended: connect again with a new one.");

  private final AuthenticationManager tokens;

  Door(AuthenticationManager tokens) {
    this.tokens = tokens;
  }

  @Override
  public Mono<Object> handleConnectionInitialization(
      WebSocketSessionInfo session, Map<String, Object> payload) {
    return Mono.justOrEmpty(token(payload))
        .map(token -> tokens.authenticate(new BearerTokenAuthenticationToken(token)))
        .switchIfEmpty(session.getPrincipal().ofType(Authentication.class))
        .switchIfEmpty(Mono.error(() -> new AccessDeniedException("A token is needed.")))
        .doOnNext(who -> admit(session, who))
        .then(Mono.empty());
  }

  private static Optional<String> token(Map<String, Object> payload) {
    return payload.entrySet().stream()
        .filter(it -> it.getKey().equalsIgnoreCase("Authorization"))
        .map(Map.Entry::getValue)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip())
        .findFirst();
  }

  private static void admit(WebSocketSessionInfo session, Authentication who) {
    session.getAttributes().put(Reader.attribute(), who);
    session.getAttributes().put(UNTIL, Reader.of(who).until());
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    if (!(request instanceof WebSocketGraphQlRequest socket)) {
      return chain.next(request);
    }
    var attributes = socket.getSessionInfo().getAttributes();
    if (!(attributes.get(Reader.attribute()) instanceof Authentication who)
        || !Instant.now().isBefore(Reader.of(who).until())) {
      return ENDED.answer(request);
    }
    if (attributes.get(Outbox.KEY) instanceof Outbox outbox) {
      request.configureExecutionInput(
          (_, input) -> input.graphQLContext(Map.of(Outbox.KEY, outbox)).build());
    }
    return chain
        .next(request)
        .contextWrite(Context.of(SecurityContext.class.getName(), new SecurityContextImpl(who)));
  }
}
