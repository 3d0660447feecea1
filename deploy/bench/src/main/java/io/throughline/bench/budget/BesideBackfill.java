package io.throughline.bench.budget;

import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Metric;
import io.throughline.command.platform.breaker.BreakerSettings;
import io.throughline.command.platform.breaker.Breakers;
import io.throughline.command.platform.budget.Budget;
import io.throughline.command.platform.budget.BudgetTerms;
import io.throughline.command.platform.budget.Budgets;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.budget.CallRate;
import io.throughline.command.platform.budget.CallScope;
import io.throughline.command.platform.budget.Lane;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.MaintenanceNotice;
import io.throughline.command.platform.maintenance.Maintenance;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.HdrHistogram.ConcurrentHistogram;

/** People's calls from several nodes, alone or while a backfill takes whatever it gets. */
final class BesideBackfill implements Contender, AutoCloseable {
  static final int NODES = 2;
  static final int PERMITS = 15;
  static final int BACKFILLING = 40;
  static final int PEOPLE = 2;
  static final Duration THINKING = Duration.ofMillis(40);
  static final Duration LATENCY = Duration.ofMillis(20);
  static final Metric P95 = new Metric("interactive p95", "ms", false);
  static final Metric HIGHEST = new Metric("calls at a time, highest seen", "calls", false);
  static final Metric SHARE = new Metric("of what the permits allow", "share", true);

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final String name;
  private final boolean saturated;
  private final Duration round;
  private final OtherSystem other = new OtherSystem(LATENCY);
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final List<Caller> nodes;

  private BesideBackfill(String name, boolean saturated, Duration round, List<Caller> nodes)
      throws IOException {
    this.name = name;
    this.saturated = saturated;
    this.round = round;
    this.nodes = nodes;
  }

  /** Nodes that share one budget through the database. */
  static BesideBackfill shared(
      String name, boolean saturated, Duration round, DataSource database, String account)
      throws Exception {
    var budgets =
        IntStream.range(0, NODES)
            .mapToObj(node -> new Budgets(database, account + "-" + node))
            .toList();
    var terms = new BudgetTerms(account, PERMITS, CallRate.UNLIMITED, TIMEOUT);
    var callers = budgets.stream().map(each -> caller(each.of(terms))).toList();
    var contender = new BesideBackfill(name, saturated, round, callers);
    contender.opened.addAll(budgets);
    return contender;
  }

  private static Caller caller(Budget budget) {
    var breakers = new Breakers(BreakerSettings.usual());
    return new Caller(
        budget,
        breakers.of(budget.account()),
        Maintenance.unannounced(),
        MaintenanceNotice.USUAL,
        TIMEOUT,
        new NoTraces());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<Metric, Double> round() throws Exception {
    var latency = new ConcurrentHistogram(Duration.ofMinutes(1).toNanos(), 3);
    var calls = new LongAdder();
    var going = new AtomicBoolean(true);
    var _ = other.highest();
    var begun = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var node : nodes) {
        for (var i = 0; saturated && i < BACKFILLING; i++) {
          var _ = threads.submit(() -> backfill(node, going, calls));
        }
        for (var i = 0; i < PEOPLE; i++) {
          var _ = threads.submit(() -> person(node, going, calls, latency));
        }
      }
      Thread.sleep(round);
      going.set(false);
    }
    var seconds = (System.nanoTime() - begun) / 1e9;
    var measured = new LinkedHashMap<Metric, Double>();
    measured.put(P95, latency.getValueAtPercentile(95) / 1e6);
    measured.put(HIGHEST, (double) other.highest());
    if (saturated) {
      measured.put(SHARE, calls.sum() / seconds / (PERMITS * 1e3 / LATENCY.toMillis()));
    }
    return measured;
  }

  private long backfill(Caller node, AtomicBoolean going, LongAdder calls) {
    while (going.get()) {
      try {
        var _ = CallScope.within(Lane.BACKFILL, () -> node.call("GET", other.url(), Map.of(), ""));
        calls.increment();
      } catch (CallHeld held) {
        Thread.yield(); // a job would come again later; this one wants all it can get
      }
    }
    return calls.sum();
  }

  private long person(
      Caller node, AtomicBoolean going, LongAdder calls, ConcurrentHistogram latency)
      throws InterruptedException {
    while (going.get()) {
      var begun = System.nanoTime();
      var _ = node.call("GET", other.url(), Map.of(), "");
      latency.recordValue(System.nanoTime() - begun);
      calls.increment();
      Thread.sleep(THINKING);
    }
    return calls.sum();
  }

  @Override
  public void close() throws Exception {
    for (var each : opened) {
      each.close();
    }
    other.close();
  }
}
