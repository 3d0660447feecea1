package io.throughline.command.approvals;

import io.throughline.command.approvals.ApprovalCommand.ExpireApproval;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.approval.ApprovalId;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Tells a request that its time is up; the request itself knows whether somebody has decided. */
@Component
class ExpireApprovalTask implements TaskHandler<ExpireApprovalTask.Request> {
  static final String NAME = "expire-approval";

  record Request(ApprovalId approvalId, Instant expiresAt) {}

  private final CommandGateway commands;
  private final BusinessClock clock;

  ExpireApprovalTask(CommandGateway commands, BusinessClock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Request> dataType() {
    return Request.class;
  }

  @Override
  public Next run(Request request, int attempt) {
    var now = clock.instant();
    if (now.isBefore(request.expiresAt())) {
      return new Next.NotYet(request.expiresAt());
    }
    commands.sendAndWait(new ExpireApproval(request.approvalId(), now));
    return new Next.Finished();
  }
}
