package io.throughline.command.platform.web;

import io.throughline.command.eventstore.EventStoreOverloaded;
import io.throughline.command.logistics.BadSignature;
import io.throughline.command.platform.BusinessRefusal;
import io.throughline.command.platform.NotAllowed;
import io.throughline.command.platform.NotAnswered;
import io.throughline.command.platform.NotKnown;
import io.throughline.command.platform.Traces;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.privacy.VaultUnusable;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every "no" of the command API, in one place: the table of what went wrong and how that is said.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final String OURS = "io.throughline.";

  private final Traces traces;

  Problems(Traces traces) {
    this.traces = traces;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(Exception cause) {
    return switch (cause) {
      case CommandExecutionException wrapper when wrapper.getCause() instanceof Exception inner ->
          problem(inner);
      case BusinessRefusal refusal -> answer(ProblemKind.refusal(refusal.kind(), said(refusal)));
      case NotAllowed denied ->
          challenge(RoleRefusal.CHALLENGE, ProblemKind.FORBIDDEN.because(said(denied)));
      case NotKnown unknown -> answer(ProblemKind.NOT_FOUND.because(said(unknown)));
      case NotAnswered silent -> later(ProblemKind.NO_ANSWER.because(said(silent)));
      case CallHeld held -> heldBack(held);
      case BadSignature bad -> answer(ProblemKind.BAD_SIGNATURE.because(said(bad)));
      case IllegalArgumentException impossible when isOurWord(impossible) ->
          answer(ProblemKind.INVALID.because(said(impossible)));
      case VaultUnusable _ -> noVault(cause);
      case EventStoreOverloaded _, ConcurrencyException _ ->
          later(ProblemKind.BUSY.because("Nothing was done: send the same request again."));
      case EventStoreException _, DataAccessException _ -> unclear(cause);
      case AuthenticationServiceException _ -> noTokenKeys(cause);
      case AuthenticationException refused ->
          challenge(
              TokenRefusal.challenge(refused),
              ProblemKind.UNAUTHENTICATED.because(TokenRefusal.detail(refused)));
      case AccessDeniedException denied ->
          challenge(
              RoleRefusal.CHALLENGE, ProblemKind.FORBIDDEN.because(RoleRefusal.detail(denied)));
      default -> unexpected(cause);
    };
  }

  /**
   * Ids, money and commands say themselves what they cannot be; anybody else's complaint is a
   * defect of ours.
   */
  private static boolean isOurWord(IllegalArgumentException impossible) {
    var origin = impossible.getStackTrace();
    return origin.length > 0
        && origin[0].getClassName().startsWith(OURS)
        && impossible.getMessage() != null;
  }

  private static String said(RuntimeException why) {
    return Objects.requireNonNullElse(why.getMessage(), "It gives no reason.");
  }

  private static ResponseEntity<ProblemDetail> unclear(Exception cause) {
    log.warn("The store did not answer", cause);
    return later(
        ProblemKind.UNCLEAR.because(
            "The store did not answer in time: send the same request again under the same"
                + " Idempotency-Key."));
  }

  private static ResponseEntity<ProblemDetail> noVault(Exception cause) {
    log.error("Nothing personal can be sealed or opened", cause);
    return later(ProblemKind.BUSY.because("Nothing was done: send the same request again."));
  }

  private static ResponseEntity<ProblemDetail> noTokenKeys(Exception cause) {
    log.warn("A token could not be checked", cause);
    return later(
        ProblemKind.BUSY.because(
            "The token issuer's keys cannot be had now: send the same request again."));
  }

  private ResponseEntity<ProblemDetail> unexpected(Exception cause) {
    var trace = traces.currentId().orElse("unknown");
    log.error("A request failed for a reason nobody foresaw, trace {}", trace, cause);
    var problem =
        ProblemKind.INTERNAL.because(
            "Something went wrong that nobody foresaw. Send the same request again under the same"
                + " Idempotency-Key; if it stays so, report the trace "
                + trace
                + ".");
    problem.setProperty("trace", trace);
    return answer(problem);
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .header(HttpHeaders.RETRY_AFTER, "1")
        .body(problem);
  }

  private static ResponseEntity<ProblemDetail> heldBack(CallHeld held) {
    var problem = ProblemKind.NO_ANSWER.because(said(held) + " Send the same request again.");
    held.until().ifPresent(until -> problem.setProperty("until", until));
    var seconds = held.until().isEmpty() ? 1 : Math.max(1, held.retryIn().toSeconds());
    return ResponseEntity.status(problem.getStatus())
        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
        .body(problem);
  }

  private static ResponseEntity<ProblemDetail> challenge(String challenge, ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .body(problem);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var faults = Fault.of(invalid);
    var detail = faults.stream().map(Fault::sentence).sorted().collect(Collectors.joining(" "));
    var problem = ProblemKind.INVALID.because(detail);
    problem.setProperty("errors", faults);
    return handleExceptionInternal(invalid, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return handleExceptionInternal(
        unreadable, UnreadableBody.problem(unreadable), headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
      HttpRequestMethodNotSupportedException wrong,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        ProblemKind.METHOD_NOT_ALLOWED.because(
            wrong.getMethod()
                + " is not possible here; use "
                + headers.getFirst(HttpHeaders.ALLOW)
                + ".");
    return handleExceptionInternal(wrong, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
      HttpMediaTypeNotSupportedException wrong,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        ProblemKind.UNSUPPORTED_MEDIA_TYPE.because(
            "Send JSON with the header Content-Type: application/json.");
    return handleExceptionInternal(wrong, problem, headers, status, request);
  }

  /** All that Spring refuses passes here, so here it gets the kind that it may still lack. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception cause,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var said =
        body instanceof ProblemDetail given
            ? given
            : cause instanceof ErrorResponse no ? no.getBody() : null;
    var problem = said != null && said.getType() != null ? said : ofKind(status, said, request);
    return super.handleExceptionInternal(cause, problem, headers, status, request);
  }

  private static ProblemDetail ofKind(
      HttpStatusCode status, @Nullable ProblemDetail said, WebRequest request) {
    var words = said == null || said.getDetail() == null ? "Not possible." : said.getDetail();
    return switch (status.value()) {
      case 404 ->
          ProblemKind.NOT_FOUND.because(
              "There is nothing at " + path(request) + "; /openapi/3.1 lists what is.");
      case 406 -> ProblemKind.NOT_ACCEPTABLE.because("Ask with Accept: application/json.");
      case 413 -> ProblemKind.TOO_LARGE.because(LimitedBodyFilter.TOO_LARGE);
      case 503 -> ProblemKind.BUSY.because("Send the same request again.");
      default ->
          status.is4xxClientError()
              ? ProblemKind.INVALID.because(words)
              : ProblemKind.INTERNAL.because(words);
    };
  }

  private static String path(WebRequest request) {
    return ((ServletWebRequest) request).getRequest().getRequestURI();
  }
}
