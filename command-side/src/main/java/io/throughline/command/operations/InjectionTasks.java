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

/** Has carried out what two people agreed on about a step. */
@Component
@ProcessingGroup("injections")
class InjectionTasks {
  private final TaskPlanner planner;

  InjectionTasks(TaskPlanner planner) {
    this.planner = planner;
  }

  @EventHandler
  void on(ApprovalGranted granted, EventMessage<?> message) {
    if (granted.subject() instanceof Subject.InjectPayload) {
      planner.plan(
          Pool.INTERNAL,
          InjectPayloadTask.NAME,
          granted.approvalId().value(),
          new InjectPayloadTask.Agreed(granted.approvalId()),
          EventMetadata.inherited(message),
          granted.at());
    }
  }
}
