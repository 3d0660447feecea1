package io.throughline.command.platform.web;

import java.net.URI;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** The kinds of problem documents (RFC 9457) that the API answers with; the type is stable, the detail is for people. */
final class Problem {
  private Problem() {}

  /**
   * @param kind the last part of the type: {@code urn:throughline:problem:<kind>}
   */
  static ProblemDetail of(HttpStatusCode status, String kind, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:throughline:problem:" + kind));
    problem.setTitle(title);
    return problem;
  }
}
