package io.throughline.command.changes;

import io.throughline.command.changes.TakenChanges.Taken;
import io.throughline.command.customer.Placement;
import io.throughline.command.customer.StatedByErp;
import io.throughline.command.erp.Erps;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.RecordedEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a customer that was changed in the ERP, if it is one of ours, and states it to our own. */
@Component
class TakeCustomerTask implements TaskHandler<Taken> {
  static final String NAME = "take-customer";

  private final Erps erps;
  private final EventLog log;
  private final Placement placement;
  private final StatedByErp stated;

  TakeCustomerTask(Erps erps, EventLog log, Placement placement, StatedByErp stated) {
    this.erps = erps;
    this.placement = placement;
    this.log = log;
    this.stated = stated;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Taken> dataType() {
    return Taken.class;
  }

  @Override
  public Next run(Taken task, int attempt) {
    // other integrations' numbers, and customers that Salesforce does not know, are none of ours;
    // an account that has a record of that number by other means has not been asked to keep ours
    return task.as(CustomerId::new)
        .filter(it -> placement.of(it).contains(task.account()))
        .map(it -> take(it, log.of("customer/" + it), task.account()))
        .orElse(new Next.Finished());
  }

  private Next take(CustomerId id, List<RecordedEvent> history, String account) {
    if (history.isEmpty()) {
      return new Next.Finished();
    }
    return Asked.answered(
        erps.at(account).customer(id),
        found ->
            found.isEmpty() || stated.isTaken(id, account, found.get(), history)
                ? new Next.Finished()
                : new Next.TryAgain(null));
  }
}
