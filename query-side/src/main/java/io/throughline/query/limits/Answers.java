package io.throughline.query.limits;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import io.throughline.query.platform.Refusal;
import java.util.HashMap;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/** Sees to it that an answer is not too large, and that each of its errors has a code. */
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
final class Answers implements WebGraphQlInterceptor {
  private final long mostBytes;

  Answers(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    return chain
        .next(request)
        .flatMap(
            answer -> {
              Object data = answer.getData();
              return !(data instanceof Publisher<?>) && AnswerSize.exceeds(data, mostBytes)
                  ? tooLarge().answer(request)
                  : Mono.just(withCodes(answer));
            });
  }

  private Refusal tooLarge() {
    return new Refusal(
        "ANSWER_TOO_LARGE",
        "The answer has more than "
            + mostBytes
            + " bytes: ask for fewer rows or fields at a time.");
  }

  private static WebGraphQlResponse withCodes(WebGraphQlResponse answer) {
    List<GraphQLError> errors = answer.getExecutionResult().getErrors();
    return errors.stream().allMatch(Answers::hasCode)
        ? answer
        : answer.transform(it -> it.errors(errors.stream().map(Answers::withCode).toList()));
  }

  private static boolean hasCode(GraphQLError error) {
    return error.getExtensions() != null && error.getExtensions().containsKey("code");
  }

  private static GraphQLError withCode(GraphQLError error) {
    if (hasCode(error)) {
      return error;
    }
    var extensions = new HashMap<String, Object>();
    if (error.getExtensions() != null) {
      extensions.putAll(error.getExtensions());
    }
    extensions.put("code", code(error));
    var coded =
        GraphqlErrorBuilder.newError()
            .message("%s", error.getMessage())
            .errorType(error.getErrorType())
            .extensions(extensions);
    if (error.getLocations() != null) {
      coded.locations(error.getLocations());
    }
    if (error.getPath() != null) {
      coded.path(error.getPath());
    }
    return coded.build();
  }

  private static String code(GraphQLError error) {
    return switch (error.getErrorType()) {
      case ErrorType.InvalidSyntax -> "SYNTAX_ERROR";
      case ErrorType.ValidationError -> "VALIDATION_ERROR";
      case ErrorType.NullValueInNonNullableField -> "NULL_IN_NON_NULL";
      case ErrorType.OperationNotSupported -> "BAD_REQUEST";
      default -> "REFUSED";
    };
  }
}
