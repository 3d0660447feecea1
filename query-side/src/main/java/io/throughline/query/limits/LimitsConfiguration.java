package io.throughline.query.limits;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
class LimitsConfiguration {

  @Bean
  Cost cost(Limits limits) {
    return new Cost(limits.cost());
  }

  @Bean
  Answers answers(Limits limits) {
    return new Answers(limits.answer().toBytes());
  }

  @Bean
  GraphQlSourceBuilderCustomizer readsDocumentsOnce(Limits limits, GraphQlProperties properties) {
    var introspection = properties.getSchema().getIntrospection().isEnabled();
    var documents = new KnownDocuments(limits, introspection);
    return source -> source.configureGraphQl(engine -> engine.preparsedDocumentProvider(documents));
  }
}
