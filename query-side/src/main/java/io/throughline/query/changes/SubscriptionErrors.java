package io.throughline.query.changes;

import graphql.GraphQLError;
import io.throughline.query.platform.Refusal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How a subscription says that it has ended. */
@Component
class SubscriptionErrors implements SubscriptionExceptionResolver {
  private static final Logger log = LoggerFactory.getLogger(SubscriptionErrors.class);

  @Override
  public Mono<List<GraphQLError>> resolveException(Throwable why) {
    return Mono.just(List.of(refusal(why).asError()));
  }

  private static Refusal refusal(Throwable why) {
    return switch (why) {
      case TokenEnded ended -> new Refusal("UNAUTHENTICATED", String.valueOf(ended.getMessage()));
      case TooManyWatches many ->
          new Refusal("TOO_MANY_SUBSCRIPTIONS", String.valueOf(many.getMessage()));
      default -> {
        log.error("A subscription failed for a reason nobody foresaw", why);
        yield new Refusal("INTERNAL", "Something went wrong that nobody foresaw: subscribe again.");
      }
    };
  }
}
