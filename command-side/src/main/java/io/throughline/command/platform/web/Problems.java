package io.throughline.command.platform.web;

import io.throughline.command.eventstore.EventStoreOverloaded;
import io.throughline.command.logistics.BadSignature;
import io.throughline.command.platform.BusinessRefusal;
import io.throughline.command.platform.NotKnown;
import io.throughline.command.platform.Traces;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Every "no" of the command API, in one place. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private final Traces traces;

  Problems(Traces traces) {
    this.traces = traces;
  }

  @ExceptionHandler
  ProblemDetail refused(BusinessRefusal refusal) {
    return Problem.of(HttpStatus.CONFLICT, refusal.kind(), "Not possible", refusal.getMessage());
  }

  @ExceptionHandler
  ProblemDetail unknown(NotKnown unknown) {
    return Problem.of(HttpStatus.NOT_FOUND, "not-found", "Not found", unknown.getMessage());
  }

  @ExceptionHandler
  ProblemDetail badSignature(BadSignature bad) {
    return Problem.of(HttpStatus.UNAUTHORIZED, "bad-signature", "Not signed by the provider", bad.getMessage());
  }

  /** Ids, money and commands say themselves what they cannot be. */
  @ExceptionHandler
  ProblemDetail impossible(IllegalArgumentException impossible) {
    return Problem.of(HttpStatus.BAD_REQUEST, "invalid", "Not valid", String.valueOf(impossible.getMessage()));
  }

  @ExceptionHandler({EventStoreOverloaded.class, ConcurrencyException.class})
  ResponseEntity<ProblemDetail> busy(RuntimeException busy) {
    return later(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Busy", "Nothing was done: send the same request again."));
  }

  @ExceptionHandler({EventStoreException.class, DataAccessException.class})
  ResponseEntity<ProblemDetail> unclear(RuntimeException unclear) {
    log.warn("The event store did not answer", unclear);
    return later(
        Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "unclear",
            "Not known whether it was done",
            "The store did not answer in time: send the same request again under the same Idempotency-Key."));
  }

  private static ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).header(HttpHeaders.RETRY_AFTER, "1").body(problem);
  }

  /** Security answers these itself. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void denied(RuntimeException denied) {
    throw denied;
  }

  @ExceptionHandler
  ProblemDetail unexpected(Exception unexpected) {
    var trace = traces.current().orElse("unknown");
    log.error("A request failed for a reason nobody foresaw, trace {}", trace, unexpected);
    return Problem.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal",
        "Our fault",
        "Something went wrong that nobody foresaw. Send the same request again under the same Idempotency-Key; if it"
            + " stays so, report the trace " + trace + ".");
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    var errors =
        invalid.getBindingResult().getFieldErrors().stream()
            .map(error -> Map.of("pointer", pointer(error.getField()), "detail", String.valueOf(error.getDefaultMessage())))
            .toList();
    var detail =
        errors.stream().map(error -> error.get("pointer") + " " + error.get("detail")).sorted().collect(Collectors.joining("; "));
    return invalid(detail + ".", errors);
  }

  /** {@code lines[0].quantity} as a JSON pointer. */
  private static String pointer(String field) {
    return "/" + field.replace("[", "/").replace("]", "").replace('.', '/');
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (unreadable.getCause() instanceof DatabindException wrong) {
      var pointer =
          wrong.getPath().stream()
              .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
              .collect(Collectors.joining());
      return invalid(
          pointer + ": " + wrong.getOriginalMessage(), List.of(Map.of("pointer", pointer, "detail", wrong.getOriginalMessage())));
    }
    var why = unreadable.getCause() instanceof JacksonException broken ? broken.getOriginalMessage() : "a body is needed";
    return ResponseEntity.badRequest()
        .body(Problem.of(HttpStatus.BAD_REQUEST, "malformed", "Not JSON", "The body is not valid JSON: " + why + "."));
  }

  private static ResponseEntity<Object> invalid(String detail, List<Map<String, String>> errors) {
    var problem = Problem.of(HttpStatus.BAD_REQUEST, "invalid", "Not valid", detail);
    problem.setProperty("errors", errors);
    return ResponseEntity.badRequest().body(problem);
  }
}
