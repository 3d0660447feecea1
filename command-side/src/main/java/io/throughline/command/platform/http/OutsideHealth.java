package io.throughline.command.platform.http;

import io.throughline.command.platform.breaker.Breaker;
import io.throughline.command.platform.breaker.Breakers;
import io.throughline.command.platform.maintenance.Maintenance;
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
  private final Maintenance maintenance;

  OutsideHealth(Breakers breakers, Maintenance maintenance) {
    this.breakers = breakers;
    this.maintenance = maintenance;
  }

  @Override
  public Health health() {
    var health = Health.up();
    breakers.all().forEach(it -> health.withDetail(it.account(), state(it)));
    return health.build();
  }

  private String state(Breaker breaker) {
    return maintenance
        .openWindow(breaker.account())
        .map(it -> "maintenance until " + it.until())
        .orElseGet(breaker::state);
  }
}
