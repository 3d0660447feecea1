package io.throughline.command.sale;

import io.throughline.command.fulfilment.FulfilmentCommand.ReleaseFulfilment;
import io.throughline.command.intents.Intent;
import io.throughline.command.intents.IntentBody;
import io.throughline.command.intents.IntentKind;
import io.throughline.command.sale.SaleEndpoint.Reason;
import io.throughline.kernel.OrderId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** An order that waited long enough. */
@Component
class ReleaseIntent implements IntentKind {
  private final OrdersUnderWay orders;

  ReleaseIntent(OrdersUnderWay orders) {
    this.orders = orders;
  }

  @Override
  public String name() {
    return "Release";
  }

  @Override
  public Object command(OrderId order, Intent intent, IntentBody body, Instant at) {
    var request = body.read(intent, Reason.class);
    orders.require(order);
    return new ReleaseFulfilment(order, request.reason(), intent.actor(), at);
  }
}
