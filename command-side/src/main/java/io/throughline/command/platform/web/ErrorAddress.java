package io.throughline.command.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the servlet container or the firewall refuse before any of our code is asked. */
@Hidden
@RestController
class ErrorAddress implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
    var status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    var problem =
        switch (status) {
          case 404 ->
              ProblemKind.NOT_FOUND.because(
                  "There is nothing at this address; /openapi/3.1 lists what is.");
          case 413 -> ProblemKind.TOO_LARGE.because(LimitedBodyFilter.TOO_LARGE);
          default ->
              status < 500
                  ? ProblemKind.INVALID.because(
                      "The request's address or headers are not allowed: send them plainly.")
                  : ProblemKind.INTERNAL.because(
                      "The request could not be handled: send the same request again.");
        };
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        && path.startsWith("/")) {
      problem.setInstance(URI.create(path.replaceAll("[^!-~]|[\"<>\\\\^`{|}]", "_")));
    }
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }
}
