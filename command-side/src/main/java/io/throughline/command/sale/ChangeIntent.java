package io.throughline.command.sale;

import io.throughline.command.fulfilment.FulfilmentCommand.ChangeFulfilment;
import io.throughline.command.intents.Intent;
import io.throughline.command.intents.IntentBody;
import io.throughline.command.intents.IntentKind;
import io.throughline.kernel.OrderId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A sale that is to be another one. */
@Component
class ChangeIntent implements IntentKind {
  private final OrdersUnderWay orders;

  ChangeIntent(OrdersUnderWay orders) {
    this.orders = orders;
  }

  @Override
  public String name() {
    return "Change";
  }

  @Override
  public Object command(OrderId order, Intent intent, IntentBody body, Instant at) {
    var request = body.read(intent, ChangeRequest.class);
    var change = request.change(orders.require(order).currency());
    return new ChangeFulfilment(order, change, intent.actor(), at);
  }
}
