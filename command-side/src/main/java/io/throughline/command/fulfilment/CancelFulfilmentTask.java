package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.CancelFulfilment;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.OrderId;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Passes a wish to cancel on to the order's fulfilment, once it has set out. */
@Component
class CancelFulfilmentTask implements TaskHandler<CancelFulfilmentTask.Cancellation> {
  static final String NAME = "cancel-fulfilment";

  record Cancellation(OrderId orderId, String reason) {}

  private final Fulfilments fulfilments;
  private final CommandGateway commands;
  private final BusinessClock clock;

  CancelFulfilmentTask(Fulfilments fulfilments, CommandGateway commands, BusinessClock clock) {
    this.fulfilments = fulfilments;
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Cancellation> dataType() {
    return Cancellation.class;
  }

  @Override
  public Next run(Cancellation wish, int attempt) {
    if (fulfilments.find(wish.orderId()).isEmpty()) {
      return new Next.TryAgain(null); // the task that starts it runs beside this one
    }
    commands.sendAndWait(new CancelFulfilment(wish.orderId(), wish.reason(), clock.instant()));
    return new Next.Finished();
  }
}
