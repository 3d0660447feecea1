package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.ConfirmCustomer;
import io.throughline.command.customer.CustomerCommand.RefuseCustomer;
import io.throughline.command.erp.Erp;
import io.throughline.command.erp.Erp.ErpCustomer;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import io.throughline.kernel.event.RecordedEvent;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the ERP of a customer, with the particulars as they are now, and records its answer. */
@Component
class SynchronizeCustomerTask implements TaskHandler<SynchronizeCustomerTask.Customer> {
  static final String NAME = "synchronize-customer";

  record Customer(CustomerId customerId) {}

  private final EventLog log;
  private final Erp erp;
  private final CommandGateway commands;
  private final BusinessClock clock;

  SynchronizeCustomerTask(EventLog log, Erp erp, CommandGateway commands, BusinessClock clock) {
    this.log = log;
    this.erp = erp;
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Customer> dataType() {
    return Customer.class;
  }

  @Override
  public Next run(Customer task, int attempt) {
    var id = task.customerId();
    var history = log.of("customer/" + id);
    if (history.stream().anyMatch(it -> it.event() instanceof CustomerErased)) {
      return new Next.Finished(); // there is nothing left to tell the ERP
    }
    var version = history.getLast().sequence() + 1;
    var now = clock.instant();
    return switch (erp.putCustomer(forErp(id, particulars(history)))) {
      case Answer.Done<String>(var erpId) -> tell(new ConfirmCustomer(id, erpId, version, now));
      case Answer.Refused<String>(_, var answer) ->
          tell(new RefuseCustomer(id, answer, version, now));
      case Answer.Busy<String>(_, var retryAfter) -> new Next.TryAgain(retryAfter);
      case Answer.Unknown<String> _ -> new Next.TryAgain(null);
    };
  }

  private Next tell(CustomerCommand command) {
    commands.sendAndWait(command);
    return new Next.Finished();
  }

  private static Particulars particulars(List<RecordedEvent> history) {
    @Nullable Particulars particulars = null;
    for (var recorded : history) {
      if (recorded.event() instanceof CustomerRegistered registered) {
        particulars = Particulars.of(registered);
      } else if (recorded.event() instanceof CustomerChanged changed && particulars != null) {
        particulars = particulars.after(changed);
      }
    }
    return Objects.requireNonNull(particulars, "It is synchronized once it is registered.");
  }

  private static ErpCustomer forErp(CustomerId id, Particulars stated) {
    return new ErpCustomer(
        id, stated.name(), stated.email(), stated.phone(), stated.billTo(), stated.currency());
  }
}
