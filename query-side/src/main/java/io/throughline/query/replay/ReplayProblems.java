package io.throughline.query.replay;

import io.throughline.query.projection.ReplayRefused;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every "no" to an operator, as RFC 9457 says. */
@RestControllerAdvice(basePackageClasses = ReplayProblems.class)
class ReplayProblems {

  @ExceptionHandler
  ProblemDetail refused(ReplayRefused why) {
    return problem(HttpStatus.CONFLICT, "refused", "Not now", String.valueOf(why.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unreadable(HttpMessageNotReadableException why) {
    return problem(
        HttpStatus.BAD_REQUEST,
        "bad-request",
        "Not understood",
        "The body is JSON like {\"changed\": \"why other documents are expected\"}, or nothing.");
  }

  @ExceptionHandler
  ProblemDetail notAllowed(AccessDeniedException why) {
    return problem(
        HttpStatus.FORBIDDEN,
        "not-allowed",
        "Not allowed",
        "This takes a token of the role operations or integration.");
  }

  private static ProblemDetail problem(
      HttpStatus status, String type, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:throughline:problem:" + type));
    problem.setTitle(title);
    return problem;
  }
}
