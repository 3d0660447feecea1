package io.throughline.command.salesforce;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How the org's topics are heard, as {@code /actuator/health/salesforce}. It is a detail and never
 * "down": what the org cannot tell now it tells later, and a node without it takes orders all the
 * same.
 */
final class ConnectionHealth implements HealthIndicator {
  private final List<Subscriber> subscribers;

  ConnectionHealth(List<Subscriber> subscribers) {
    this.subscribers = subscribers;
  }

  @Override
  public Health health() {
    var health = Health.up();
    for (var subscriber : subscribers) {
      health.withDetail(subscriber.topic(), details(subscriber.hearing().now()));
    }
    return health.build();
  }

  private static Map<String, String> details(Hearing.Heard heard) {
    var details = new LinkedHashMap<String, String>();
    details.put("state", heard.state().name());
    if (heard.heardAt() != null) {
      details.put("heardAt", heard.heardAt().toString());
    }
    if (heard.movedAt() != null) {
      details.put("positionMovedAt", heard.movedAt().toString());
    }
    if (heard.why() != null) {
      details.put("why", heard.why());
    }
    return details;
  }
}
