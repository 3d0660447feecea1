package io.throughline.command.bulk;

import io.throughline.command.bulk.BulkRemedies.State;
import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.platform.BusinessRefusal;
import io.throughline.command.platform.NotAllowed;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.fulfilment.ExceptionId;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Mends one of many. Carried out twice it mends once: the order knows what was done. */
@Component
class BulkRemedyTask implements TaskHandler<BulkRemedyTask.Part> {
  static final String NAME = "bulk-remedy";

  record Part(String bulkId, ExceptionId exceptionId) {}

  private final BulkRemedies bulks;
  private final OpenExceptions open;
  private final CommandGateway commands;
  private final BusinessClock clock;

  BulkRemedyTask(
      BulkRemedies bulks, OpenExceptions open, CommandGateway commands, BusinessClock clock) {
    this.bulks = bulks;
    this.open = open;
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Part> dataType() {
    return Part.class;
  }

  @Override
  public Next run(Part part, int attempt) {
    var bulk = bulks.find(part.bulkId()).orElseThrow();
    try {
      commands.sendAndWait(
          new ApplyRemedy(
              part.exceptionId(),
              bulk.remedy(),
              bulk.parameters(),
              bulk.actor(),
              bulk.roles(),
              clock.instant()));
      bulks.settled(part.bulkId(), part.exceptionId(), State.APPLIED, null);
    } catch (BusinessRefusal | NotAllowed refused) {
      bulks.settled(part.bulkId(), part.exceptionId(), State.REFUSED, refused.getMessage());
    }
    open.closed(part.exceptionId());
    return new Next.Finished();
  }
}
