package io.throughline.query.platform;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import reactor.core.publisher.Mono;

/**
 * A request that is not carried out.
 *
 * @param code for programs, as {@code extensions.code}
 * @param message one sentence that says what to do
 */
public record Refusal(String code, String message) {

  public GraphQLError asError() {
    return GraphqlErrorBuilder.newError()
        .message("%s", message)
        .extensions(Map.of("code", code))
        .build();
  }

  /** The whole answer to a request that is refused. */
  public Mono<WebGraphQlResponse> answer(WebGraphQlRequest request) {
    var result = ExecutionResult.newExecutionResult().addError(asError()).build();
    return Mono.just(
        new WebGraphQlResponse(
            new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result)));
  }
}
