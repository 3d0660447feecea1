package io.throughline.command.platform.http;

import io.throughline.command.platform.Traces;
import io.throughline.command.platform.breaker.Breakers;
import io.throughline.command.platform.budget.BudgetTerms;
import io.throughline.command.platform.budget.Budgets;
import io.throughline.command.platform.budget.CallRate;
import io.throughline.command.platform.maintenance.Maintenance;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where adapters get their callers: one for each account, with its budget and its breaker. */
public final class OutsideCalls {
  private final Budgets budgets;
  private final Breakers breakers;
  private final Maintenance maintenance;
  private final Traces traces;
  private final OutsideMeters meters;

  OutsideCalls(
      Budgets budgets,
      Breakers breakers,
      Maintenance maintenance,
      Traces traces,
      OutsideMeters meters) {
    this.budgets = budgets;
    this.breakers = breakers;
    this.maintenance = maintenance;
    this.traces = traces;
    this.meters = meters;
  }

  /**
   * @param account its name in configuration, and in what operators see
   * @param permits calls under way at a time, over all nodes
   * @param rate null: the account has none
   */
  public Caller to(String account, int permits, @Nullable CallRate rate, Duration timeout) {
    return to(account, permits, rate, timeout, MaintenanceNotice.USUAL);
  }

  /**
   * @param notice which answers say that the system is being maintained
   */
  public Caller to(
      String account,
      int permits,
      @Nullable CallRate rate,
      Duration timeout,
      MaintenanceNotice notice) {
    var terms =
        new BudgetTerms(account, permits, rate == null ? CallRate.UNLIMITED : rate, timeout);
    var budget = budgets.of(terms);
    var breaker = breakers.of(account);
    meters.watch(budget);
    meters.watch(breaker);
    meters.watch(account, maintenance);
    return new Caller(budget, breaker, maintenance, notice, timeout, traces);
  }
}
