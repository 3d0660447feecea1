package io.throughline.command.alerts;

import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.NoteExceptionOverdue;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.Money;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Wakes when an exception is due; the order itself knows whether it is open still. */
@Component
class WatchExceptionTask implements TaskHandler<WatchExceptionTask.Watched> {
  static final String NAME = "watch-exception";

  record Watched(ExceptionId exceptionId, Cause cause, Money held, Instant since) {}

  private final CommandGateway commands;
  private final BusinessClock clock;

  WatchExceptionTask(CommandGateway commands, BusinessClock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Watched> dataType() {
    return Watched.class;
  }

  @Override
  public Next run(Watched task, int attempt) {
    var now = clock.instant();
    var due = task.since().plus(task.cause().due());
    if (now.isBefore(due)) {
      return new Next.NotYet(due);
    }
    commands.sendAndWait(
        new NoteExceptionOverdue(task.exceptionId(), task.cause(), task.held(), task.since(), now));
    return new Next.Finished();
  }
}
