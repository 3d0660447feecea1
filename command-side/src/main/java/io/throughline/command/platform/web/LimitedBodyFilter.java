package io.throughline.command.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads a body up to 1 MiB, once, so that all that follows may read it again. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20) // after security: a stranger's body is not read
class LimitedBodyFilter extends OncePerRequestFilter {
  static final String TOO_LARGE = "A body may have up to 1 MiB: send less at a time.";

  private static final int LARGEST_BYTES = 1 << 20;
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !WITH_BODY.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LARGEST_BYTES) {
      throw ProblemKind.TOO_LARGE.thrown(TOO_LARGE);
    }
    var body = request.getInputStream().readNBytes(LARGEST_BYTES + 1);
    if (body.length > LARGEST_BYTES) {
      throw ProblemKind.TOO_LARGE.thrown(TOO_LARGE);
    }
    chain.doFilter(new RepeatableRequest(request, body), response);
  }
}
