package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.ConfirmCustomer;
import io.throughline.command.customer.CustomerCommand.PlaceCustomer;
import io.throughline.command.customer.CustomerCommand.RefuseCustomer;
import io.throughline.command.erp.Erp;
import io.throughline.command.erp.Erp.ErpCustomer;
import io.throughline.command.erp.ErpCustomers.CustomerInErp;
import io.throughline.command.erp.Erps;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings an ERP account's customer and ours together: first what the account states is held against
 * what was last agreed on with it, then it is told what it has not said itself, field by field.
 * Parents go before children.
 */
@Component
class SynchronizeCustomerTask implements TaskHandler<SynchronizeCustomerTask.Customer> {
  static final String NAME = "synchronize-customer";

  /**
   * @param erp the account, by its name in configuration; null: the usual one
   */
  record Customer(CustomerId customerId, @Nullable String erp) {}

  private final EventLog log;
  private final Erps erps;
  private final StatedByErp stated;
  private final CommandGateway commands;
  private final BusinessClock clock;

  SynchronizeCustomerTask(
      EventLog log, Erps erps, StatedByErp stated, CommandGateway commands, BusinessClock clock) {
    this.log = log;
    this.erps = erps;
    this.stated = stated;
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
    var account = Objects.requireNonNullElse(task.erp(), erps.usual());
    return new Meeting(task.customerId(), account, erps.at(account)).run();
  }

  /** A customer and an account. */
  private final class Meeting {
    private final CustomerId id;
    private final String account;
    private final Erp erp;

    Meeting(CustomerId id, String account, Erp erp) {
      this.id = id;
      this.account = account;
      this.erp = erp;
    }

    Next run() {
      var history = history(id);
      var agreement = Agreement.of(history);
      if (agreement.ours() == null) {
        return new Next.Finished(); // erased: there is nothing left to tell the ERP
      }
      if (agreement.survivor() != null) {
        return ended(erp.retireCustomer(id));
      }
      var parent = agreement.parent();
      if (parent != null && !isThere(parent)) {
        if (!account.equals(erps.usual()) && !history(parent).isEmpty()) {
          commands.sendAndWait(new PlaceCustomer(parent, account, clock.instant()));
        }
        return new Next.TryAgain(null);
      }
      var record = agreement.with(account).linkTo();
      return record == null
          ? compare(history)
          : afterwards(erp.linkCustomer(id, record), _ -> compare(history));
    }

    private Next compare(List<RecordedEvent> before) {
      return afterwards(
          erp.customer(id),
          found ->
              found.isEmpty() || stated.isTaken(id, account, found.get(), before)
                  ? tell(found)
                  : new Next.TryAgain(null));
    }

    private Next tell(Optional<CustomerInErp> found) {
      var history = history(id);
      var agreement = Agreement.of(history);
      var ours = agreement.ours();
      if (ours == null) {
        return new Next.Finished();
      }
      var side = agreement.with(account);
      var version = Agreement.version(history);
      var fields = found.isPresent() ? agreement.toTell(account) : Set.copyOf(Particulars.FIELDS);
      var parent = agreement.parent();
      if (fields.isEmpty() && Objects.equals(parent, side.parent()) && found.isPresent()) {
        return side.stated().isEmpty()
            ? new Next.Finished()
            : confirmed(found.get().erpCustomerId(), version);
      }
      return afterwards(
          erp.putCustomer(forErp(id, ours), fields, parent), erpId -> confirmed(erpId, version));
    }

    private Next confirmed(String erpId, long version) {
      commands.sendAndWait(new ConfirmCustomer(id, account, erpId, version, clock.instant()));
      return new Next.Finished();
    }

    private <T> Next afterwards(Answer<T> answer, Then<T> then) {
      return switch (answer) {
        case Answer.Done<T>(var value) -> then.go(value);
        case Answer.Refused<T>(var findings, var words) -> {
          var version = Agreement.version(history(id));
          commands.sendAndWait(
              new RefuseCustomer(id, account, findings, words, version, clock.instant()));
          yield new Next.Finished();
        }
        case Answer.Busy<T>(_, var retryAfter, _) -> new Next.TryAgain(retryAfter);
        case Answer.Unknown<T> _ -> new Next.TryAgain(null);
      };
    }

    private boolean isThere(CustomerId parent) {
      return history(parent).stream()
          .anyMatch(
              it -> it.event() instanceof CustomerSynchronized done && done.erp().equals(account));
    }
  }

  private interface Then<T> {
    Next go(T value);
  }

  private static <T> Next ended(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T> _, Answer.Refused<T> _ -> new Next.Finished();
      case Answer.Busy<T>(_, var retryAfter, _) -> new Next.TryAgain(retryAfter);
      case Answer.Unknown<T> _ -> new Next.TryAgain(null);
    };
  }

  private List<RecordedEvent> history(CustomerId id) {
    return log.of("customer/" + id);
  }

  private static ErpCustomer forErp(CustomerId id, Particulars stated) {
    return new ErpCustomer(
        id, stated.name(), stated.email(), stated.phone(), stated.billTo(), stated.currency());
  }
}
