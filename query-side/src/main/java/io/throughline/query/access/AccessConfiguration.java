package io.throughline.query.access;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.GraphQlSource;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  @Bean
  GraphQlSourceBuilderCustomizer guardsFields() {
    return source -> source.typeVisitors(List.of(new Guarded()));
  }

  /** A schema with a field that has no rule does not start. */
  @Bean
  InitializingBean everyFieldHasARule(GraphQlSource source) {
    return () -> {
      var complaints = FieldRules.of(source.schema()).complaints();
      if (!complaints.isEmpty()) {
        throw new IllegalStateException(
            "The schema does not say who may see what: " + String.join(" ", complaints));
      }
    };
  }
}
