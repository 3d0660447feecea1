package io.throughline.command.platform.http;

import io.throughline.command.platform.breaker.Breakers;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Which systems answer. It is a detail and never "down": a node that cannot reach the ERP takes
 * orders all the same.
 */
@Component("outside")
class OutsideHealth implements HealthIndicator {
  private final Breakers breakers;

  OutsideHealth(Breakers breakers) {
    this.breakers = breakers;
  }

  @Override
  public Health health() {
    var health = Health.up();
    breakers.all().forEach(breaker -> health.withDetail(breaker.account(), breaker.state()));
    return health.build();
  }
}
