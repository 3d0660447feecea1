package io.throughline.command.alerts;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.alerts}.
 *
 * @param webhook who is told of exceptions that are overdue; null: nobody but the log
 * @param secret {@code whsec_} and Base64: messages are signed with it
 * @param timeout of a message (wall time)
 */
@ConfigurationProperties("throughline.alerts")
record AlertProperties(
    @Nullable URI webhook, @Nullable String secret, @DefaultValue("10s") Duration timeout) {

  AlertProperties {
    if (webhook != null && secret == null) {
      throw new IllegalArgumentException(
          "throughline.alerts.webhook needs throughline.alerts.secret: alerts are signed.");
    }
  }
}
