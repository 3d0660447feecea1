package io.throughline.query.live;

import graphql.GraphQLContext;
import io.throughline.query.platform.Reader;
import java.net.URI;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SystemApiProperties.class)
class LiveConfiguration {

  /**
   * @param commandSide where the keys come from too
   */
  @Bean
  SystemApi systemApi(
      SystemApiProperties properties,
      BatchLoaderRegistry loaders,
      @Value("${throughline.keys.url:http://localhost:8080}") URI commandSide) {
    var api =
        new SystemApi(
            Objects.requireNonNullElse(properties.url(), commandSide),
            properties.patience(),
            properties.atOnce());
    Scheduler waiting = Schedulers.fromExecutor(Thread::startVirtualThread);
    loaders
        .forTypePair(Fact.class, Told.class)
        .registerMappedBatchLoader(
            (facts, environment) ->
                Mono.fromCallable(
                        () -> {
                          GraphQLContext context = environment.getContext();
                          return api.ask(facts, Reader.of(Objects.requireNonNull(context)).token());
                        })
                    .subscribeOn(waiting));
    return api;
  }
}
