package io.throughline.command.platform.web;

import io.throughline.command.platform.web.IdempotencyKeys.Answer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Idempotency-Key (IETF httpapi, draft 07) for every command: a repeated request gets the first one's answer. A request
 * whose process died before it answered is simply done again, for every command may be; so no key stays claimed for good.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10) // after security
class IdempotencyFilter extends OncePerRequestFilter {
  static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("\"([!-~ &&[^\"\\\\]]{1,200})\"|([A-Za-z0-9._:/+-]{1,200})");
  private static final Set<String> METHODS = Set.of("POST", "PATCH");

  private final IdempotencyKeys keys;
  private final JsonMapper json;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  IdempotencyFilter(IdempotencyKeys keys, JsonMapper json) {
    this.keys = keys;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return !METHODS.contains(request.getMethod())
        || !path.startsWith("/api/v1/")
        || path.startsWith("/api/v1/webhooks/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var given = request.getHeader(HEADER);
    if (given == null) {
      write(response, HttpStatus.BAD_REQUEST, "idempotency-key-missing",
          "Send the header Idempotency-Key with an id of your own for this request, and the same one when you repeat it.");
      return;
    }
    var key = KEY.matcher(given.strip());
    if (!key.matches()) {
      write(response, HttpStatus.BAD_REQUEST, "idempotency-key-invalid",
          "An Idempotency-Key is a string in double quotes of 1 to 200 characters: \"order-4711\".");
      return;
    }
    var body = request.getInputStream().readNBytes(RepeatableRequest.LARGEST + 1);
    if (body.length > RepeatableRequest.LARGEST) {
      write(response, HttpStatus.CONTENT_TOO_LARGE, "too-large", "A body may have up to 1 MiB.");
      return;
    }
    answer(new RepeatableRequest(request, body), response, chain, key.group(1) == null ? key.group(2) : key.group(1));
  }

  private void answer(RepeatableRequest request, HttpServletResponse response, FilterChain chain, String key)
      throws ServletException, IOException {
    var who = SecurityContextHolder.getContext().getAuthentication();
    var actor = who == null ? "" : who.getName();
    var claim = actor + " " + key;
    if (!underWay.add(claim)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      write(response, HttpStatus.CONFLICT, "in-flight", "The first request with this Idempotency-Key is under way: ask again soon.");
      return;
    }
    try {
      var fingerprint = fingerprint(request);
      var entry = keys.claim(actor, key, fingerprint);
      if (!entry.fingerprint().equals(fingerprint)) {
        write(response, HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused",
            "This Idempotency-Key was used for another request: take a new one.");
      } else if (entry.answer().isPresent()) {
        replay(response, entry.answer().get());
      } else {
        perform(request, response, chain, actor, key);
      }
    } finally {
      underWay.remove(claim);
    }
  }

  private void perform(
      RepeatableRequest request, HttpServletResponse response, FilterChain chain, String actor, String key)
      throws ServletException, IOException {
    var recorded = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, recorded);
    if (isDefinite(recorded.getStatus())) {
      keys.keep(
          actor,
          key,
          new Answer(
              recorded.getStatus(),
              recorded.getHeader(HttpHeaders.LOCATION),
              recorded.getContentType(),
              recorded.getContentAsByteArray()));
    }
    recorded.copyBodyToResponse();
  }

  /** Done, or refused for good. A caller who mends a bad request or a missing right may keep the key. */
  private static boolean isDefinite(int status) {
    return status / 100 == 2 || status == HttpStatus.CONFLICT.value();
  }

  private static void replay(HttpServletResponse response, Answer answer) throws IOException {
    response.setStatus(answer.status());
    response.setHeader("Idempotency-Replayed", "true");
    if (answer.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    response.getOutputStream().write(answer.body());
  }

  private static String fingerprint(RepeatableRequest request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(request.body()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private void write(HttpServletResponse response, HttpStatus status, String kind, String detail) throws IOException {
    ProblemDetail problem = Problem.of(status, kind, "Idempotency-Key", detail);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
