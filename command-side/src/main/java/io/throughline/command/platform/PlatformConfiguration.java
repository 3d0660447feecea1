package io.throughline.command.platform;

import io.throughline.kernel.BusinessClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

  /** A local run brings a clock of its own, which may go faster. */
  @Bean
  @ConditionalOnMissingBean
  BusinessClock businessClock() {
    return BusinessClock.realTime();
  }
}
