package io.throughline.command.alerts;

import io.throughline.command.platform.StandardSignature;
import io.throughline.command.platform.http.OutsideCalls;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertProperties.class)
class AlertConfiguration {
  private static final int AT_A_TIME = 4;

  @Bean
  @ConditionalOnProperty("throughline.alerts.webhook")
  Alerts webhookAlerts(AlertProperties properties, OutsideCalls calls) {
    return new WebhookAlerts(
        Objects.requireNonNull(properties.webhook()),
        new StandardSignature(Objects.requireNonNull(properties.secret())),
        calls.to("alerts", AT_A_TIME, null, properties.timeout()),
        Clock.systemUTC());
  }
}
