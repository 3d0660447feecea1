package io.throughline.command.logistics;

import io.throughline.command.platform.Traces;
import io.throughline.command.platform.http.Caller;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShipBobProperties.class)
class LogisticsConfiguration {

  @Bean
  Carrier carrier(ShipBobProperties properties, Traces traces) {
    return new ShipBobCarrier(
        properties, new Caller(properties.permits(), properties.timeout(), traces));
  }

  @Bean
  StandardWebhooks webhookSignatures(ShipBobProperties properties) {
    return new StandardWebhooks(properties.webhookSecret(), Clock.systemUTC());
  }
}
