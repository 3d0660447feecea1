package io.throughline.query.keys;

import io.throughline.kernel.format.EventFormat;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeyServiceProperties.class)
class KeysConfiguration {

  /** How this application reads all events. */
  @Bean
  EventFormat eventFormat(KeyServiceProperties properties) {
    return new EventFormat(new KeyService(properties));
  }
}
