package io.throughline.query.documents;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentsProperties.class)
class DocumentsConfiguration {
  /** Far more than any of our documents with its variables. */
  private static final int MOST_BYTES = 64 * 1024;

  @Bean
  WebMvcConfigurer readsGraphQlRequests(JsonMapper json) {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new RequestReader(json, MOST_BYTES));
      }
    };
  }

  /** A release whose documents it cannot answer itself does not start. */
  @Bean
  InitializingBean documentsFit(TrustedDocuments documents, GraphQlSource source) {
    return () -> {
      var complaints = DocumentChecks.complaints(documents.all(), source.schema());
      if (!complaints.isEmpty()) {
        throw new IllegalStateException(
            "Trusted documents do not fit the schema: " + String.join(" ", complaints));
      }
    };
  }
}
