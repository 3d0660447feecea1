package io.throughline.command.erasure;

import io.throughline.command.customer.CustomerCommand.CompleteErasure;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.command.privacy.Erasures;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.CustomerId;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** An epoch's key is destroyed: says so to all whose erasure is complete with that. */
@Component
class CompleteErasuresTask implements TaskHandler<CompleteErasuresTask.Epoch> {
  static final String NAME = "complete-erasures";

  record Epoch(int number) {}

  private final CommandGateway commands;
  private final Erasures erasures;
  private final BusinessClock clock;

  CompleteErasuresTask(CommandGateway commands, Erasures erasures, BusinessClock clock) {
    this.commands = commands;
    this.erasures = erasures;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Epoch> dataType() {
    return Epoch.class;
  }

  @Override
  public Next run(Epoch epoch, int attempt) {
    for (var owner : erasures.completeWith(epoch.number())) {
      var customer = new CustomerId(owner.name());
      commands.sendAndWait(new CompleteErasure(customer, owner.epoch(), clock.instant()));
      erasures.completed(owner.name());
    }
    return new Next.Finished();
  }
}
