package io.throughline.command.fulfilment;

import io.throughline.command.eventstore.EventLog;
import io.throughline.command.fulfilment.FulfilmentCommand.CancelFulfilment;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.OrderEvent.OrderCancellationRequested;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Passes a wish to cancel on to the order's fulfilment, once it has set out. */
@Component
class CancelFulfilmentTask implements TaskHandler<CancelFulfilmentTask.Cancellation> {
  static final String NAME = "cancel-fulfilment";

  /**
   * @param eventId of the wish, which holds the reason: a task's row is not sealed
   */
  record Cancellation(OrderId orderId, String eventId) {}

  private final EventLog log;
  private final Fulfilments fulfilments;
  private final CommandGateway commands;
  private final BusinessClock clock;

  CancelFulfilmentTask(
      EventLog log, Fulfilments fulfilments, CommandGateway commands, BusinessClock clock) {
    this.log = log;
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
    commands.sendAndWait(new CancelFulfilment(wish.orderId(), reason(wish), clock.instant()));
    return new Next.Finished();
  }

  private String reason(Cancellation wish) {
    return log.of("order/" + wish.orderId()).stream()
        .filter(recorded -> recorded.eventId().equals(wish.eventId()))
        .map(recorded -> ((OrderCancellationRequested) recorded.event()).reason())
        .findFirst()
        .orElseThrow();
  }
}
