package io.throughline.command.returns;

import io.throughline.command.eventstore.EventLog;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.RequestReturn;
import io.throughline.command.intents.Intent;
import io.throughline.command.intents.IntentBody;
import io.throughline.command.intents.IntentKind;
import io.throughline.kernel.OrderId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Goods that are to come back. */
@Component
class ReturnIntent implements IntentKind {
  private final EventLog log;

  ReturnIntent(EventLog log) {
    this.log = log;
  }

  @Override
  public String name() {
    return "Return";
  }

  @Override
  public Object command(OrderId order, Intent intent, IntentBody body, Instant at) {
    var request = body.read(intent, ReturnRequest.class);
    if (!log.has("fulfilment/" + order)) {
      throw UnknownReturn.ofOrder(order);
    }
    return new RequestReturn(
        order, request.quantities(), request.settlement(), request.reason(), intent.actor(), at);
  }
}
