package io.throughline.command.privacy;

import io.throughline.kernel.format.EventFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

  /** How this application writes and reads all events. */
  @Bean
  EventFormat eventFormat() {
    return new EventFormat();
  }
}
