package io.throughline.command.fulfilment;

import io.throughline.command.eventstore.EventLog;
import io.throughline.command.fulfilment.FulfilmentCommand.StartFulfilment;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Sets an order's fulfilment going with the terms it was submitted with. */
@Component
class StartFulfilmentTask implements TaskHandler<StartFulfilmentTask.Order> {
  static final String NAME = "start-fulfilment";

  record Order(OrderId orderId) {}

  private final EventLog log;
  private final CommandGateway commands;
  private final BusinessClock clock;

  StartFulfilmentTask(EventLog log, CommandGateway commands, BusinessClock clock) {
    this.log = log;
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Order> dataType() {
    return Order.class;
  }

  @Override
  public Next run(Order order, int attempt) {
    var submitted = (OrderSubmitted) log.of("order/" + order.orderId()).getFirst().event();
    commands.sendAndWait(new StartFulfilment(terms(submitted, clock.instant())));
    return new Next.Finished();
  }

  private static FulfilmentStarted terms(OrderSubmitted submitted, Instant at) {
    return new FulfilmentStarted(
        submitted.orderId(), submitted.customerId(), submitted.terms(), submitted.at(), at);
  }
}
