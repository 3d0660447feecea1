package io.throughline.command.order;

import io.throughline.command.eventstore.EventLog;
import io.throughline.command.intents.Intent;
import io.throughline.command.intents.IntentBody;
import io.throughline.command.intents.IntentKind;
import io.throughline.command.order.OrderCommand.CancelOrder;
import io.throughline.command.order.OrderEndpoint.CancellationRequest;
import io.throughline.kernel.OrderId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A sale that somebody gives up. */
@Component
class CancellationIntent implements IntentKind {
  private final EventLog log;

  CancellationIntent(EventLog log) {
    this.log = log;
  }

  @Override
  public String name() {
    return "Cancellation";
  }

  @Override
  public Object command(OrderId order, Intent intent, IntentBody body, Instant at) {
    var request = body.read(intent, CancellationRequest.class);
    if (!log.has("order/" + order)) {
      throw new UnknownOrder(order);
    }
    return new CancelOrder(order, request.reason(), at);
  }
}
