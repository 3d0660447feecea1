package io.throughline.command.operations;

import io.throughline.command.eventstore.DeadLetters;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.RecordedEvent;
import org.springframework.stereotype.Component;

/**
 * Does with a parked event what two people agreed on, and then has its processor handle what waits.
 * Both may be done twice without harm.
 */
@Component
class SettleDeadLetterTask implements TaskHandler<SettleDeadLetterTask.Agreed> {
  static final String NAME = "settle-dead-letter";

  record Agreed(ApprovalId approvalId) {}

  private final DeadLetters letters;
  private final EventLog log;

  SettleDeadLetterTask(DeadLetters letters, EventLog log) {
    this.letters = letters;
    this.log = log;
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
        log.of("approval/" + task.approvalId()).stream()
            .map(RecordedEvent::event)
            .filter(ApprovalGranted.class::isInstance)
            .map(ApprovalGranted.class::cast)
            .findFirst()
            .orElseThrow();
    switch (granted.subject()) {
      case Subject.PatchDeadLetter patch -> {
        letters.patch(patch.processor(), patch.globalIndex(), task.approvalId());
        letters.retry(patch.processor());
      }
      case Subject.EvictDeadLetter evict -> {
        letters.evict(evict.processor(), evict.globalIndex());
        letters.retry(evict.processor());
      }
      case Subject.EraseCustomer _, Subject.InjectPayload _, Subject.SwitchView _ ->
          throw new IllegalStateException(task.approvalId() + " is about no dead letter.");
    }
    return new Next.Finished();
  }
}
