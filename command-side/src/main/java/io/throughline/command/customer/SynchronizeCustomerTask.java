package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.ConfirmCustomer;
import io.throughline.command.customer.CustomerCommand.RefuseCustomer;
import io.throughline.command.customer.CustomerCommand.TakeFromErp;
import io.throughline.command.erp.Erp;
import io.throughline.command.erp.Erp.ErpCustomer;
import io.throughline.command.erp.ErpCustomers.CustomerInErp;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.RecordedEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Brings the ERP's customer and ours together: first what the ERP states is held against what was
 * last agreed on, then it is told what we alone changed, field by field. Parents go before
 * children.
 */
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
    var agreement = Agreement.of(history(id));
    if (agreement.ours() == null) {
      return new Next.Finished(); // erased: there is nothing left to tell the ERP
    }
    if (agreement.survivor() != null) {
      return ended(erp.retireCustomer(id));
    }
    if (agreement.parent() != null && !isInErp(agreement.parent())) {
      return new Next.TryAgain(null);
    }
    if (agreement.linkTo() != null) {
      return afterwards(erp.linkCustomer(id, agreement.linkTo()), id, _ -> compare(id));
    }
    return compare(id);
  }

  private Next compare(CustomerId id) {
    return afterwards(erp.customer(id), id, found -> tell(id, found));
  }

  private Next tell(CustomerId id, Optional<CustomerInErp> found) {
    found.ifPresent(
        theirs -> commands.sendAndWait(new TakeFromErp(id, theirs.stated(), clock.instant())));
    var history = history(id);
    var agreement = Agreement.of(history);
    var ours = agreement.ours();
    if (ours == null) {
      return new Next.Finished();
    }
    var version = history.getLast().sequence() + 1;
    var fields = found.isPresent() ? agreement.toTell() : Set.copyOf(Particulars.FIELDS);
    var parent = agreement.parent();
    if (fields.isEmpty() && Objects.equals(parent, agreement.parentInErp()) && found.isPresent()) {
      return agreement.stated().isEmpty()
          ? new Next.Finished()
          : confirmed(id, found.get().erpCustomerId(), version);
    }
    return afterwards(
        erp.putCustomer(forErp(id, ours), fields, parent),
        id,
        erpId -> confirmed(id, erpId, version));
  }

  private Next confirmed(CustomerId id, String erpId, long version) {
    commands.sendAndWait(new ConfirmCustomer(id, erpId, version, clock.instant()));
    return new Next.Finished();
  }

  private interface Then<T> {
    Next go(T value);
  }

  private <T> Next afterwards(Answer<T> answer, CustomerId id, Then<T> then) {
    return switch (answer) {
      case Answer.Done<T>(var value) -> then.go(value);
      case Answer.Refused<T>(var findings, var words) -> {
        var version = history(id).getLast().sequence() + 1;
        commands.sendAndWait(new RefuseCustomer(id, findings, words, version, clock.instant()));
        yield new Next.Finished();
      }
      case Answer.Busy<T>(_, var retryAfter, _) -> new Next.TryAgain(retryAfter);
      case Answer.Unknown<T> _ -> new Next.TryAgain(null);
    };
  }

  private static <T> Next ended(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T> _, Answer.Refused<T> _ -> new Next.Finished();
      case Answer.Busy<T>(_, var retryAfter, _) -> new Next.TryAgain(retryAfter);
      case Answer.Unknown<T> _ -> new Next.TryAgain(null);
    };
  }

  private boolean isInErp(CustomerId parent) {
    return history(parent).stream().anyMatch(it -> it.event() instanceof CustomerSynchronized);
  }

  private List<RecordedEvent> history(CustomerId id) {
    return log.of("customer/" + id);
  }

  private static ErpCustomer forErp(CustomerId id, Particulars stated) {
    return new ErpCustomer(
        id, stated.name(), stated.email(), stated.phone(), stated.billTo(), stated.currency());
  }
}
