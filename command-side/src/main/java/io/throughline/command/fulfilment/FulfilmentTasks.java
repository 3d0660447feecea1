package io.throughline.command.fulfilment;

import io.throughline.command.logistics.MilestonePatience;
import io.throughline.command.platform.tasks.EventMetadata;
import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentRequested;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.OrderEvent.OrderCancellationRequested;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
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
  private final MilestonePatience patience;

  FulfilmentTasks(TaskPlanner planner, MilestonePatience patience) {
    this.planner = planner;
    this.patience = patience;
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

  /** From now on somebody sees to it that the shipment gets on. */
  @EventHandler
  void on(ShipmentRequested event, EventMessage<?> message) {
    planner.plan(
        Pool.INTERNAL,
        WatchShipmentTask.NAME,
        event.shipmentId().value(),
        new WatchShipmentTask.Watched(event.orderId(), event.shipmentId()),
        EventMetadata.inherited(message),
        patience.overdueAt(AwaitedMilestone.SHIPPED, event.at()));
  }

  private static Pool poolOf(Step step) {
    return switch (step) {
      case Step.ErpStep _ -> Pool.ERP;
      case Step.CarrierStep _ -> Pool.CARRIER;
      case Step.OwnStep _ -> Pool.INTERNAL;
    };
  }
}
