package io.throughline.query.platform;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;

/** Every "no" of a field, typed in {@code extensions.code}; never a stack trace. */
@Component
class Errors extends DataFetcherExceptionResolverAdapter {
  private static final Logger log = LoggerFactory.getLogger(Errors.class);

  private final Tracer tracer;

  Errors(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  protected GraphQLError resolveToSingleError(Throwable why, DataFetchingEnvironment environment) {
    return switch (why) {
      case BadInput bad -> error(environment, "BAD_USER_INPUT", String.valueOf(bad.getMessage()));
      case IllegalArgumentException impossible ->
          error(environment, "BAD_USER_INPUT", String.valueOf(impossible.getMessage()));
      case AccessDeniedException _ ->
          error(
              environment,
              "FORBIDDEN",
              "Your roles do not allow this. Ask for a token with another role.");
      case AuthenticationCredentialsNotFoundException _ ->
          error(environment, "UNAUTHENTICATED", "A token is needed.");
      default -> {
        var context = tracer.currentTraceContext().context();
        var trace = context == null ? "unknown" : context.traceId();
        log.error("A query failed for a reason nobody foresaw, trace {}", trace, why);
        yield error(
            environment,
            "INTERNAL",
            "Something went wrong that nobody foresaw; report the trace " + trace + ".");
      }
    };
  }

  private static GraphQLError error(
      DataFetchingEnvironment environment, String code, String message) {
    return GraphqlErrorBuilder.newError(environment)
        .message(message)
        .extensions(Map.of("code", code))
        .build();
  }
}
