package io.throughline.command.operations;

import io.throughline.command.eventstore.EventLog;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.InjectPayload;
import io.throughline.command.platform.BusinessRefusal;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.RecordedEvent;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries a step out on the terms that two people agreed on; they stand in the approval, sealed,
 * and not in the task. An order that has gone on meanwhile refuses, and its exception, if it is
 * open still, says what to do next.
 */
@Component
class InjectPayloadTask implements TaskHandler<InjectPayloadTask.Agreed> {
  static final String NAME = "inject-payload";

  private static final Logger log = LoggerFactory.getLogger(InjectPayloadTask.class);

  record Agreed(ApprovalId approvalId) {}

  private final CommandGateway commands;
  private final EventLog history;
  private final BusinessClock clock;

  InjectPayloadTask(CommandGateway commands, EventLog history, BusinessClock clock) {
    this.commands = commands;
    this.history = history;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Agreed> dataType() {
    return Agreed.class;
  }

  @Override
  public Next run(Agreed task, int attempt) {
    var granted =
        history.of("approval/" + task.approvalId()).stream()
            .map(RecordedEvent::event)
            .filter(ApprovalGranted.class::isInstance)
            .map(ApprovalGranted.class::cast)
            .findFirst()
            .orElseThrow();
    if (granted.subject() instanceof Subject.InjectPayload(_, var step, var terms)) {
      try {
        commands.sendAndWait(
            new InjectPayload(
                step.orderId(), step, terms, task.approvalId(), granted.actor(), clock.instant()));
      } catch (BusinessRefusal e) {
        log.warn("What {} agreed on was not carried out: {}", task.approvalId(), e.getMessage());
      }
    }
    return new Next.Finished();
  }
}
