package io.throughline.command.platform.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * The kinds of problem (RFC 9457) that the API's edge answers with. A kind's type is part of the
 * contract, so a constant is never renamed; the detail is for people and may change. Refusals of an
 * aggregate bring kinds of their own.
 */
enum ProblemKind {
  /** No token, or one that is not accepted. */
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "No valid token"),
  /** The caller's roles do not allow it. */
  FORBIDDEN(HttpStatus.FORBIDDEN, "Not for your role"),
  /** A webhook that its alleged sender did not sign. */
  BAD_SIGNATURE(HttpStatus.UNAUTHORIZED, "Not signed by the provider"),
  /** Something in the request is not what it must be; {@code errors} names each field. */
  INVALID(HttpStatus.BAD_REQUEST, "Not valid"),
  /** The body is missing or not JSON. */
  MALFORMED(HttpStatus.BAD_REQUEST, "Not JSON"),
  IDEMPOTENCY_KEY_MISSING(HttpStatus.BAD_REQUEST, "Idempotency-Key is missing"),
  IDEMPOTENCY_KEY_INVALID(HttpStatus.BAD_REQUEST, "Idempotency-Key is not valid"),
  /** The key stands for another request. */
  IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Idempotency-Key is already used"),
  /** The first request with the key has not been answered yet. */
  IN_FLIGHT(HttpStatus.CONFLICT, "Still under way"),
  /** No such address, or nothing known under the id in it. */
  NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Wrong method"),
  /** The answer is not to be had in the form that Accept asks for. */
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Only JSON is served"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Only JSON is read"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Too large"),
  /** Nothing was done; the same request may be sent again. */
  BUSY(HttpStatus.SERVICE_UNAVAILABLE, "Busy"),
  /** It may have been done; the same request under the same key finds out. */
  UNCLEAR(HttpStatus.SERVICE_UNAVAILABLE, "Not known whether it was done"),
  /** Another system would have to say it, and does not. */
  NO_ANSWER(HttpStatus.SERVICE_UNAVAILABLE, "No answer from its owner"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Our fault");

  private static final String TYPE = "urn:throughline:problem:";

  private final HttpStatus status;
  private final String title;

  ProblemKind(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  /** As in the problem's type: {@code idempotency-key-missing}. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param detail one sentence for a person that says what to do
   */
  ProblemDetail because(String detail) {
    return problem(status, wireName(), title, detail);
  }

  /** The same, to be thrown where there is no way to answer. */
  ErrorResponseException thrown(String detail) {
    return new ErrorResponseException(status, because(detail), null);
  }

  /** An aggregate's refusal: its kind is its own. */
  static ProblemDetail refusal(String kind, String detail) {
    return problem(HttpStatus.CONFLICT, kind, "Not possible", detail);
  }

  private static ProblemDetail problem(
      HttpStatus status, String kind, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(TYPE + kind));
    problem.setTitle(title);
    return problem;
  }
}
