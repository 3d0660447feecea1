package io.throughline.command.fulfilment;

import io.throughline.command.eventstore.EventLog;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordShipmentUpdate;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.RecordReturnUpdate;
import io.throughline.command.logistics.ProviderUpdate;
import io.throughline.command.logistics.ProviderUpdates;
import io.throughline.command.logistics.ReturnUpdate;
import io.throughline.command.logistics.ShipmentUpdate;
import io.throughline.kernel.OrderId;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Passes what providers tell on to the order's fulfilment. */
@Component
class ReportedShipments implements ProviderUpdates {
  private final EventLog log;
  private final CommandGateway commands;

  ReportedShipments(EventLog log, CommandGateway commands) {
    this.log = log;
    this.commands = commands;
  }

  @Override
  public void accept(ProviderUpdate update) {
    if (!log.has("fulfilment/" + orderOf(update))) {
      throw new UnknownFulfilment(nameOf(update));
    }
    commands.sendAndWait(record(update));
  }

  static FulfilmentCommand record(ProviderUpdate update) {
    return switch (update) {
      case ShipmentUpdate shipment -> new RecordShipmentUpdate(shipment);
      case ReturnUpdate back -> new RecordReturnUpdate(back);
    };
  }

  private static OrderId orderOf(ProviderUpdate update) {
    return switch (update) {
      case ShipmentUpdate shipment -> shipment.shipmentId().orderId();
      case ReturnUpdate back -> back.returnId().orderId();
    };
  }

  private static String nameOf(ProviderUpdate update) {
    return switch (update) {
      case ShipmentUpdate shipment -> "a shipment " + shipment.shipmentId();
      case ReturnUpdate back -> "a return " + back.returnId();
    };
  }
}
