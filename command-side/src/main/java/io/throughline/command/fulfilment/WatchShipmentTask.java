package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.NoteOverdue;
import io.throughline.command.logistics.MilestonePatience;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ShipmentId;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Watches a shipment from the moment that a provider takes it until it has arrived: it wakes when
 * the next milestone is overdue, and says so. The state decides whether that still means anything.
 */
@Component
class WatchShipmentTask implements TaskHandler<WatchShipmentTask.Watched> {
  static final String NAME = "watch-shipment";

  record Watched(OrderId orderId, ShipmentId shipmentId) {}

  private final Fulfilments fulfilments;
  private final MilestonePatience patience;
  private final CommandGateway commands;
  private final BusinessClock clock;

  WatchShipmentTask(
      Fulfilments fulfilments,
      MilestonePatience patience,
      CommandGateway commands,
      BusinessClock clock) {
    this.fulfilments = fulfilments;
    this.patience = patience;
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
    var state = fulfilments.find(task.orderId()).orElseThrow();
    var shipment = state.shipments().find(task.shipmentId()).orElseThrow();
    var awaited = ShipmentWatch.next(shipment);
    if (awaited == null || state.hasEnded()) {
      return new Next.Finished();
    }
    var now = clock.instant();
    if (state.carriage().of(shipment.id()).keptBack()) {
      return new Next.NotYet(now.plus(patience.between())); // it stands still because we want so
    }
    var due = ShipmentWatch.overdueAt(shipment, awaited, patience);
    if (now.isBefore(due)) {
      return new Next.NotYet(due);
    }
    commands.sendAndWait(
        new NoteOverdue(
            task.orderId(),
            task.shipmentId(),
            awaited,
            ShipmentWatch.since(shipment, awaited),
            now));
    return new Next.NotYet(now.plus(patience.between()));
  }
}
