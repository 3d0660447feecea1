package io.throughline.command.order;

import io.throughline.command.intents.Intent;
import io.throughline.command.intents.IntentBody;
import io.throughline.command.intents.IntentKind;
import io.throughline.kernel.OrderId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A sale that was closed in the CRM. */
@Component
class NewSaleIntent implements IntentKind {

  @Override
  public String name() {
    return "New Sale";
  }

  @Override
  public Object command(OrderId order, Intent intent, IntentBody body, Instant at) {
    var submit = body.read(intent, OrderRequest.class).command(at);
    if (!submit.orderId().equals(order)) {
      throw new IllegalArgumentException(
          "The intent is about " + order + ", its payload about " + submit.orderId() + ".");
    }
    return submit;
  }
}
