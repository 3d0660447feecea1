package io.throughline.command.erasure;

import io.throughline.command.customer.CustomerCommand.BeginErasure;
import io.throughline.command.customer.CustomerCommand.EraseCustomer;
import io.throughline.command.customer.CustomerCommand.RecordKeyDeletion;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.command.privacy.Erasures;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.event.ErasureObstacle;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Takes an erasure as far as it goes now. The order of its steps is what makes it safe: no order is
 * taken any more; every node knows so; no order is open, nor any return; the customer itself, which
 * knows of legal holds, says that it is erased; only then is the key deleted. Each step may be
 * repeated, so it may be stopped anywhere and begun again.
 */
@Component
class EraseCustomerTask implements TaskHandler<EraseCustomerTask.Customer> {
  static final String NAME = "erase-customer";

  /** In business time; what is known to end a wait looks at once. */
  private static final Duration LOOKS_AGAIN = Duration.ofHours(6);

  record Customer(CustomerId customerId, ApprovalId approvalId) {}

  private final CommandGateway commands;
  private final EventLog log;
  private final Erasures erasures;
  private final OpenOrders orders;
  private final BusinessClock clock;

  EraseCustomerTask(
      CommandGateway commands,
      EventLog log,
      Erasures erasures,
      OpenOrders orders,
      BusinessClock clock) {
    this.commands = commands;
    this.log = log;
    this.erasures = erasures;
    this.orders = orders;
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
    commands.sendAndWait(new BeginErasure(id, task.approvalId(), clock.instant()));
    var known = erasures.close(id.value());
    var left = Duration.between(Instant.now(), known);
    if (!orders.areKnownUpTo(log.head())) {
      return new Next.TryAgain(null); // which orders are open is not known yet
    }
    var obstacles = EnumSet.noneOf(ErasureObstacle.class);
    if (left.isPositive()) {
      obstacles.add(ErasureObstacle.KEYS_IN_MEMORY);
    }
    if (orders.areThereOf(id)) {
      obstacles.add(ErasureObstacle.OPEN_ORDERS);
    }
    obstacles.addAll(orders.mattersOf(id));
    var isErased =
        commands.<Boolean>sendAndWait(
            new EraseCustomer(id, List.copyOf(obstacles), clock.instant()));
    if (isErased) {
      var epoch = erasures.deleteKey(id.value());
      var now = clock.instant();
      commands.sendAndWait(new RecordKeyDeletion(id, epoch, erasures.completeBy(epoch, now), now));
      return new Next.Finished();
    }
    return left.isPositive()
        ? new Next.TryAgain(left)
        : new Next.NotYet(clock.instant().plus(LOOKS_AGAIN));
  }
}
