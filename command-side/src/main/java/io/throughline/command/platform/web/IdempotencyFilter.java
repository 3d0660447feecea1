package io.throughline.command.platform.web;

import io.throughline.command.platform.web.IdempotencyKeys.Answer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Answers a repeated command as the first one was answered. A request whose process died before its
 * answer was kept is simply done again, for every command may be; so no key stays claimed for good.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10) // after the body was read
class IdempotencyFilter extends OncePerRequestFilter {
  static final String REPLAYED = "Idempotency-Replayed";

  private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
  private static final Set<String> METHODS = Set.of("POST", "PATCH");

  private final IdempotencyKeys keys;

  /**
   * In this process: what another life of it, or another node, has under way is done twice, with
   * one effect.
   */
  private final Set<IdempotencyKey> underWay = ConcurrentHashMap.newKeySet();

  IdempotencyFilter(IdempotencyKeys keys) {
    this.keys = keys;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getServletPath(); // decoded, as the endpoints are found by
    return !METHODS.contains(request.getMethod())
        || !path.startsWith("/api/v1/")
        || path.startsWith("/api/v1/webhooks/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var repeatable =
        Objects.requireNonNull(WebUtils.getNativeRequest(request, RepeatableRequest.class));
    var who = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    var key = IdempotencyKey.of(request, who.getName());
    if (!underWay.add(key)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      throw ProblemKind.IN_FLIGHT.thrown(
          "The first request with this Idempotency-Key is under way: ask again soon.");
    }
    try {
      answer(key, Fingerprint.of(repeatable), request, response, chain);
    } finally {
      underWay.remove(key);
    }
  }

  private void answer(
      IdempotencyKey key,
      Fingerprint fingerprint,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var entry = keys.claim(key, fingerprint);
    if (!entry.fingerprint().equals(fingerprint)) {
      throw ProblemKind.IDEMPOTENCY_KEY_REUSED.thrown(
          "This Idempotency-Key was used for another request: take a new one.");
    }
    if (entry.answer().isPresent()) {
      replay(response, entry.answer().get());
    } else {
      perform(key, request, response, chain);
    }
  }

  private void perform(
      IdempotencyKey key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var recorded = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, recorded);
    remember(key, recorded);
    recorded.copyBodyToResponse();
  }

  /**
   * What cannot be remembered is done again when it is repeated; the caller has an answer all the
   * same.
   */
  private void remember(IdempotencyKey key, ContentCachingResponseWrapper recorded) {
    var status = HttpStatusCode.valueOf(recorded.getStatus());
    try {
      if (status.is2xxSuccessful() || status == HttpStatus.CONFLICT) {
        var location = recorded.getHeader(HttpHeaders.LOCATION);
        keys.keep(
            key,
            new Answer(
                status.value(),
                location,
                recorded.getContentType(),
                recorded.getContentAsByteArray()));
      } else if (status.is4xxClientError()) {
        keys.release(key); // nothing was done: whoever mends the request may use the key again
      }
    } catch (DataAccessException e) {
      log.warn("The answer to an Idempotency-Key could not be kept", e);
    }
  }

  private static void replay(HttpServletResponse response, Answer answer) throws IOException {
    response.setStatus(answer.status());
    response.setHeader(REPLAYED, "true");
    if (answer.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    response.getOutputStream().write(answer.body());
  }
}
