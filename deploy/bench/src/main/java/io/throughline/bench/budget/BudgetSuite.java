package io.throughline.bench.budget;

import io.throughline.bench.harness.Comparison;
import io.throughline.bench.harness.Effort;
import io.throughline.bench.harness.Findings;
import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Interleaved;
import io.throughline.bench.harness.Result;
import io.throughline.bench.harness.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The budget that all nodes share, against its promises. */
public final class BudgetSuite implements Suite {
  private static final String BESIDE = "people beside a backfill";
  private static final String OUTAGE = "after an outage";
  private static final int BACKLOG = 3_000;

  /** A tail is not seen in less. */
  private static final Duration ROUND = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "budget";
  }

  @Override
  public String description() {
    return "People's calls beside a backfill, and a backlog after an outage";
  }

  @Override
  public Map<String, Object> parameters(Effort effort) {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("rounds", effort.rounds());
    parameters.put("nodes", BesideBackfill.NODES);
    parameters.put("permits", BesideBackfill.PERMITS);
    parameters.put("latencyMs", BesideBackfill.LATENCY.toMillis());
    parameters.put("backfillCallersPerNode", BesideBackfill.BACKFILLING);
    parameters.put("peoplePerNode", BesideBackfill.PEOPLE);
    parameters.put("outageBacklog", effort.scaled(BACKLOG));
    parameters.put("outageLatencyMs", AfterOutage.LATENCY.toMillis());
    return parameters;
  }

  @Override
  public Findings run(Effort effort, Consumer<String> progress) throws Exception {
    progress.accept("Starting PostgreSQL");
    try (var tables = new Tables()) {
      var results = new ArrayList<Result>();
      var interleaved = new Interleaved(effort.rounds(), progress);
      if (effort.includes(BESIDE)) {
        results.addAll(besideBackfill(tables, interleaved));
      }
      if (effort.includes(OUTAGE)) {
        try (var ours = new AfterOutage(tables.dataSource(), effort.scaled(BACKLOG))) {
          results.addAll(
              interleaved.run(
                  new Comparison(
                      OUTAGE,
                      ours,
                      List.of(),
                      List.of(
                          Goal.atMost(AfterOutage.DRAIN, 1.2),
                          Goal.atMost(AfterOutage.P95, 2),
                          Goal.atMost(AfterOutage.HIGHEST, AfterOutage.PERMITS)))));
        }
      }
      return new Findings(tables.described(), null, results);
    }
  }

  private static List<Result> besideBackfill(Tables tables, Interleaved interleaved)
      throws Exception {
    var database = tables.dataSource();
    try (var ours = BesideBackfill.shared("beside a backfill", true, ROUND, database, "saturated");
        var calm = BesideBackfill.shared("calm", false, ROUND, database, "calm")) {
      return interleaved.run(
          new Comparison(
              BESIDE,
              ours,
              List.of(calm),
              List.of(
                  Goal.ratio(BesideBackfill.P95, "calm", 0.5),
                  Goal.atMost(BesideBackfill.HIGHEST, BesideBackfill.PERMITS))));
    }
  }
}
