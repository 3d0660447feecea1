package io.throughline.command.operations;

import io.throughline.command.platform.tasks.EventMetadata;
import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Has carried out what two people agreed on about a step or a parked event. */
@Component
@ProcessingGroup("agreements")
class AgreedTasks {
  private final TaskPlanner planner;

  AgreedTasks(TaskPlanner planner) {
    this.planner = planner;
  }

  @EventHandler
  void on(ApprovalGranted granted, EventMessage<?> message) {
    switch (granted.subject()) {
      case Subject.InjectPayload _ ->
          plan(
              InjectPayloadTask.NAME,
              new InjectPayloadTask.Agreed(granted.approvalId()),
              granted,
              message);
      case Subject.PatchDeadLetter _, Subject.EvictDeadLetter _ ->
          plan(
              SettleDeadLetterTask.NAME,
              new SettleDeadLetterTask.Agreed(granted.approvalId()),
              granted,
              message);
      case Subject.EraseCustomer _, Subject.SwitchView _ -> {} // others carry it out
    }
  }

  private void plan(String task, Object data, ApprovalGranted granted, EventMessage<?> message) {
    planner.plan(
        Pool.INTERNAL,
        task,
        granted.approvalId().value(),
        data,
        EventMetadata.inherited(message),
        granted.at());
  }
}
