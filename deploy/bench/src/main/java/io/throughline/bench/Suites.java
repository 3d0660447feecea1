package io.throughline.bench;

import io.throughline.bench.budget.BudgetSuite;
import io.throughline.bench.budget.OutageSuite;
import io.throughline.bench.eventstore.EventStoreSuite;
import io.throughline.bench.harness.Suite;
import io.throughline.bench.proof.AuditSuite;
import io.throughline.bench.query.QuerySuite;
import java.util.List;

/** All suites, by name. */
public final class Suites {
  public static final List<Suite> ALL =
      List.of(
          new EventStoreSuite(),
          new AuditSuite(),
          new BudgetSuite(),
          new OutageSuite(),
          new QuerySuite());

  private Suites() {}
}
