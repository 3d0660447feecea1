package io.throughline.query.platform;

import graphql.GraphQLContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets every field know who asks, on whatever thread it is read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KnowsReader implements WebGraphQlInterceptor {

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    var reader = Reader.of(request);
    request.configureExecutionInput(
        (_, input) -> input.graphQLContext((GraphQLContext.Builder it) -> reader.in(it)).build());
    return chain.next(request);
  }
}
