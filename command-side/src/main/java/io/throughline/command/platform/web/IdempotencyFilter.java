package io.throughline.command.platform.web;

import io.throughline.command.eventstore.AlreadyAnswered;
import io.throughline.command.eventstore.CommandKey;
import io.throughline.command.eventstore.KeptAnswer;
import io.throughline.command.eventstore.KeptAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Answers a repeated command as the first one was answered. {@link Intake} makes the answer durable
 * with the command's events; of a command that changed nothing it is made durable here. Between
 * nodes the log decides who was first.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10) // after the body was read
class IdempotencyFilter extends OncePerRequestFilter {
  static final String REPLAYED = "Idempotency-Replayed";

  private static final Set<String> METHODS = Set.of("POST", "PATCH");

  /** They change nothing, and what is answered is of the moment. */
  private static final Set<String> QUESTIONS = Set.of("/api/v1/orders/checks");

  private final Fingerprints fingerprints;
  private final KeptAnswers answers;

  /** In this node; what another one has under way is found out when one of them is through. */
  private final Set<CommandKey> underWay = ConcurrentHashMap.newKeySet();

  IdempotencyFilter(KeptAnswers answers, Fingerprints fingerprints) {
    this.fingerprints = fingerprints;
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getServletPath(); // decoded, as the endpoints are found by
    return !METHODS.contains(request.getMethod())
        || !path.startsWith("/api/v1/")
        || path.startsWith("/api/v1/webhooks/")
        || QUESTIONS.contains(path);
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
      var fingerprint = fingerprints.of(repeatable);
      var first = answers.find(key);
      if (first.isPresent()) {
        repeat(response, first.get(), fingerprint);
      } else {
        perform(new RequestInHand(key, fingerprint), request, response, chain);
      }
    } finally {
      underWay.remove(key);
    }
  }

  private void perform(
      RequestInHand inHand,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var recorded = new ContentCachingResponseWrapper(response);
    pass(inHand, request, recorded, chain);
    var first = inHand.answeredBefore().or(() -> keep(inHand, recorded));
    if (first.isPresent()) {
      recorded.reset();
      repeat(response, first.get(), inHand.fingerprint());
    } else {
      recorded.copyBodyToResponse();
    }
  }

  private static void pass(
      RequestInHand inHand,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    try {
      ScopedValue.where(RequestInHand.CURRENT, inHand)
          .call(
              () -> {
                chain.doFilter(request, response);
                return true;
              });
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  /**
   * Keeps the answer to a command that changed nothing. Of a request that was not understood or not
   * allowed none is kept: whoever mends it may use the key again.
   *
   * @return what was answered under the key meanwhile, if anything was
   */
  private Optional<KeptAnswer> keep(RequestInHand inHand, ContentCachingResponseWrapper recorded) {
    var status = HttpStatusCode.valueOf(recorded.getStatus());
    if (inHand.isKept() || !(status.is2xxSuccessful() || status == HttpStatus.CONFLICT)) {
      return Optional.empty();
    }
    try {
      answers.keep(
          inHand.answer(
              status.value(),
              recorded.getHeader(HttpHeaders.LOCATION),
              recorded.getContentType(),
              recorded.getContentAsByteArray()));
      return Optional.empty();
    } catch (AlreadyAnswered e) {
      return Optional.of(e.first());
    }
  }

  private static void repeat(
      HttpServletResponse response, KeptAnswer first, Fingerprint fingerprint) throws IOException {
    if (!first.fingerprint().equals(fingerprint.value())) {
      throw ProblemKind.IDEMPOTENCY_KEY_REUSED.thrown(
          "This Idempotency-Key was used for another request: take a new one.");
    }
    response.setStatus(first.status());
    response.setHeader(REPLAYED, "true");
    if (first.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, first.location());
    }
    if (first.contentType() != null) {
      response.setContentType(first.contentType());
    }
    response.getOutputStream().write(first.body());
  }
}
