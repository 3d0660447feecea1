package io.throughline.command.platform.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.command.platform.breaker.Breaker;
import io.throughline.command.platform.budget.Budget;
import io.throughline.command.platform.budget.Lane;
import io.throughline.command.platform.maintenance.Maintenance;

/**
 * Budgets and breakers as metrics, {@code throughline.budget.*} and {@code throughline.breaker.*}.
 */
final class OutsideMeters {
  private final MeterRegistry meters;

  OutsideMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void watch(Budget budget) {
    var account = budget.account();
    Gauge.builder("throughline.budget.permits", budget, Budget::permits)
        .description("Calls at a time that the account takes, as configured")
        .tag("account", account)
        .register(meters);
    Gauge.builder("throughline.budget.allowed", budget, Budget::allowed)
        .description("Calls at a time that the account takes at the moment; fewer after 429s")
        .tag("account", account)
        .register(meters);
    Gauge.builder("throughline.budget.leased", budget, Budget::leased)
        .description("Permits of this node")
        .tag("account", account)
        .register(meters);
    FunctionCounter.builder("throughline.budget.throttled", budget, Budget::throttled)
        .description("Calls that the account refused with 429")
        .tag("account", account)
        .register(meters);
    for (var lane : Lane.values()) {
      watch(budget, lane);
    }
  }

  private void watch(Budget budget, Lane lane) {
    Gauge.builder("throughline.budget.in.use", budget, it -> it.inUse(lane))
        .description("Calls of this node under way")
        .tag("account", budget.account())
        .tag("lane", lane.tag())
        .register(meters);
    Gauge.builder("throughline.budget.waiting", budget, it -> it.waiting(lane))
        .description("Calls of this node that wait for a permit")
        .tag("account", budget.account())
        .tag("lane", lane.tag())
        .register(meters);
    FunctionCounter.builder("throughline.budget.held", budget, it -> it.held(lane))
        .description("Calls that were not made for want of a permit")
        .tag("account", budget.account())
        .tag("lane", lane.tag())
        .register(meters);
  }

  void watch(String account, Maintenance maintenance) {
    Gauge.builder("throughline.maintenance.open", maintenance, it -> it.isOpen(account) ? 1 : 0)
        .description("1 while calls are held because the account is being maintained")
        .tag("account", account)
        .register(meters);
  }

  void watch(Breaker breaker) {
    Gauge.builder("throughline.breaker.open", breaker, it -> it.isOpen() ? 1 : 0)
        .description("1 while calls are held because the account does not answer")
        .tag("account", breaker.account())
        .register(meters);
  }
}
