package io.throughline.bench.budget;

import io.throughline.bench.harness.Comparison;
import io.throughline.bench.harness.Effort;
import io.throughline.bench.harness.Findings;
import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Interleaved;
import io.throughline.bench.harness.Suite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An outage of ten minutes of the business clock under load, and the time after it. */
public final class OutageSuite implements Suite {
  private static final Duration OUTAGE = Duration.ofMinutes(10);

  /** Half of what the permits take: 75 a second come, 150 may be done. */
  private static final double LOAD = 0.5;

  @Override
  public String name() {
    return "outage";
  }

  @Override
  public String description() {
    return "A backlog drains after ten minutes without the ERP, while more comes and people call";
  }

  @Override
  public Map<String, Object> parameters(Effort effort) {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("rounds", effort.rounds());
    parameters.put("permits", AfterOutage.PERMITS);
    parameters.put("latencyMs", AfterOutage.LATENCY.toMillis());
    parameters.put("outageSeconds", OUTAGE.toSeconds());
    parameters.put("clockRate", AfterOutage.CLOCK_RATE);
    parameters.put("load", LOAD);
    parameters.put("backlog", backlog(effort));
    return parameters;
  }

  private static int backlog(Effort effort) {
    var permitted = AfterOutage.PERMITS * 1e3 / AfterOutage.LATENCY.toMillis();
    var seconds = (double) OUTAGE.toSeconds() / AfterOutage.CLOCK_RATE;
    return effort.scaled((int) Math.round(LOAD * permitted * seconds));
  }

  @Override
  public Findings run(Effort effort, Consumer<String> progress) throws Exception {
    progress.accept("Starting PostgreSQL");
    try (var tables = new Tables();
        var ours = AfterOutage.underLoad(tables.dataSource(), backlog(effort), OUTAGE)) {
      var results =
          new Interleaved(effort.rounds(), progress)
              .run(
                  new Comparison(
                      "ten minutes without the ERP",
                      ours,
                      List.of(),
                      List.of(
                          Goal.atMost(AfterOutage.DRAIN, 1.2),
                          Goal.atMost(AfterOutage.P95, 2),
                          Goal.atMost(AfterOutage.HIGHEST, AfterOutage.PERMITS))));
      return new Findings(tables.described(), null, results);
    }
  }
}
