package io.throughline.command.approvals;

import io.throughline.command.platform.tasks.EventMetadata;
import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRequested;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Sees to it that a request which nobody decides on lapses. */
@Component
@ProcessingGroup("approvals")
class ApprovalTasks {
  private final TaskPlanner planner;

  ApprovalTasks(TaskPlanner planner) {
    this.planner = planner;
  }

  @EventHandler
  void on(ApprovalRequested event, EventMessage<?> message) {
    planner.plan(
        Pool.INTERNAL,
        ExpireApprovalTask.NAME,
        event.approvalId().value(),
        new ExpireApprovalTask.Request(event.approvalId(), event.expiresAt()),
        EventMetadata.inherited(message),
        event.expiresAt());
  }
}
