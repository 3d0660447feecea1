package io.throughline.command.bulk;

import io.throughline.command.bulk.BulkRemedies.Bulk;
import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.kernel.fulfilment.ExceptionId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets a remedy for many going: all of its tasks are planned, or none. */
@Component
class BulkIntake {
  private final BulkRemedies bulks;
  private final TaskPlanner planner;
  private final TransactionTemplate transactions;

  BulkIntake(BulkRemedies bulks, TaskPlanner planner, PlatformTransactionManager transactions) {
    this.bulks = bulks;
    this.planner = planner;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Asked for again under the same id it changes nothing. */
  void begin(Bulk bulk, List<ExceptionId> exceptions) {
    transactions.executeWithoutResult(
        _ -> {
          if (bulks.add(bulk)) {
            exceptions.forEach(exception -> plan(bulk, exception));
          }
        });
  }

  private void plan(Bulk bulk, ExceptionId exception) {
    bulks.add(bulk, exception);
    planner.plan(
        Pool.INTERNAL,
        BulkRemedyTask.NAME,
        bulk.id() + " " + exception,
        new BulkRemedyTask.Part(bulk.id(), exception),
        Map.of(),
        bulk.askedAt());
  }
}
