package io.throughline.command.logistics;

import java.util.List;

/** ShipBob's messages: Standard Webhooks, with the topic in a header of its own. */
final class ShipBobMessages implements Webhook {
  private final StandardWebhooks signatures;

  ShipBobMessages(StandardWebhooks signatures) {
    this.signatures = signatures;
  }

  @Override
  public String provider() {
    return ShipBobCarrier.PROVIDER;
  }

  @Override
  public List<? extends ProviderUpdate> read(Message message) {
    var id = message.header("webhook-id");
    signatures.verify(
        id,
        message.header("webhook-timestamp"),
        message.header("webhook-signature"),
        message.body());
    var topic = message.header("x-webhook-topic");
    return topic.startsWith("return.")
        ? ShipBobReturn.told(id, message.body())
        : ShipBobWebhook.read(id, topic, message.body()).stream().toList();
  }
}
