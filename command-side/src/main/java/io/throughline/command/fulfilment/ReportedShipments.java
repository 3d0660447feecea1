package io.throughline.command.fulfilment;

import io.throughline.command.eventstore.EventLog;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordShipmentUpdate;
import io.throughline.command.logistics.ShipmentUpdate;
import io.throughline.command.logistics.ShipmentUpdates;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Passes what providers tell on to the order's fulfilment. */
@Component
class ReportedShipments implements ShipmentUpdates {
  private final EventLog log;
  private final CommandGateway commands;

  ReportedShipments(EventLog log, CommandGateway commands) {
    this.log = log;
    this.commands = commands;
  }

  @Override
  public void accept(ShipmentUpdate update) {
    if (!log.has("fulfilment/" + update.shipmentId().orderId())) {
      throw new UnknownFulfilment("a shipment " + update.shipmentId());
    }
    commands.sendAndWait(new RecordShipmentUpdate(update));
  }
}
