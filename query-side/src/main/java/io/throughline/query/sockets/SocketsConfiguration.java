package io.throughline.query.sockets;

import io.throughline.query.documents.SubscribeReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SocketsConfiguration {
  private static final int LARGEST_MESSAGE = 64 * 1024;
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  @Bean
  Door door(JwtDecoder decoder, JwtAuthenticationConverter converter) {
    var provider = new JwtAuthenticationProvider(decoder);
    provider.setJwtAuthenticationConverter(converter);
    return new Door(new ProviderManager(provider));
  }

  @Bean
  GraphQlWebSocketHandler sockets(
      WebGraphQlHandler handler, GraphQlProperties properties, JsonMapper json) {
    var settings = properties.getWebsocket();
    return new Sockets(
        handler,
        new SubscribeReader(json),
        settings.getConnectionInitTimeout(),
        Objects.requireNonNullElse(settings.getKeepAlive(), KEEP_ALIVE));
  }

  @Bean(destroyMethod = "close")
  SimpleAsyncTaskScheduler endsSockets(GraphQlWebSocketHandler handler) {
    var scheduler = new SimpleAsyncTaskScheduler();
    scheduler.setThreadNamePrefix("sockets-");
    if (handler instanceof Sockets sockets) {
      var unused =
          scheduler.scheduleWithFixedDelay(() -> sockets.closeEnded(Instant.now()), LOOK_EVERY);
    }
    return scheduler;
  }

  @Bean
  ServletServerContainerFactoryBean socketLimits() {
    var limits = new ServletServerContainerFactoryBean();
    limits.setMaxTextMessageBufferSize(LARGEST_MESSAGE);
    return limits;
  }
}
