package io.throughline.command.fulfilment;

import io.throughline.command.platform.tasks.EventMetadata;
import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.OrderEvent.OrderCancellationRequested;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.fulfilment.Step;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * Turns what happened into tasks, in the transaction that moves this processor's token. It does
 * nothing else: no command is sent and no other system spoken to from here.
 */
@Component
@ProcessingGroup("fulfilment")
class FulfilmentTasks {
  private final TaskPlanner planner;

  FulfilmentTasks(TaskPlanner planner) {
    this.planner = planner;
  }

  @EventHandler
  void on(OrderSubmitted event, EventMessage<?> message) {
    planner.plan(
        Pool.INTERNAL,
        StartFulfilmentTask.NAME,
        event.orderId().value(),
        new StartFulfilmentTask.Order(event.orderId()),
        EventMetadata.inherited(message),
        event.at());
  }

  @EventHandler
  void on(OrderCancellationRequested event, EventMessage<?> message) {
    planner.plan(
        Pool.INTERNAL,
        CancelFulfilmentTask.NAME,
        message.getIdentifier(),
        new CancelFulfilmentTask.Cancellation(event.orderId(), message.getIdentifier()),
        EventMetadata.inherited(message),
        event.at());
  }

  @EventHandler
  void on(StepRequested event, EventMessage<?> message) {
    planner.plan(
        poolOf(event.step()),
        PerformStepTask.NAME,
        event.stepId() + "#" + event.round(),
        new PerformStepTask.StepRound(event.orderId(), event.stepId(), event.round()),
        EventMetadata.inherited(message),
        event.at());
  }

  private static Pool poolOf(Step step) {
    return switch (step) {
      case Step.ErpStep _ -> Pool.ERP;
      case Step.CarrierStep _ -> Pool.CARRIER;
      case Step.OwnStep _ -> Pool.INTERNAL;
    };
  }
}
