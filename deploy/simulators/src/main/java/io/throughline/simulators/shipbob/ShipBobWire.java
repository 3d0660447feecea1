package io.throughline.simulators.shipbob;

import io.throughline.simulators.depot.Depot;
import io.throughline.simulators.depot.GoodsBack;
import io.throughline.simulators.depot.Hmac;
import io.throughline.simulators.depot.Message;
import io.throughline.simulators.depot.Milestone;
import io.throughline.simulators.depot.Shipment;
import io.throughline.simulators.depot.Wire;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * ShipBob's webhooks: Standard Webhooks, and the topic in a header. They are sent again for 24
 * hours. The topic for picking follows ShipBob's pattern {@code order.shipment.line_item.*}; it,
 * the names of the carrier's scans, and where a message tells the units that left, were not checked
 * against the vendor.
 */
public final class ShipBobWire implements Wire, Depot.Announcements {
  private static final Duration PATIENCE = Duration.ofHours(24);
  private static final String PREFIX = "whsec_";

  private final JsonMapper json = JsonMapper.builder().build();
  private final byte[] key;

  /**
   * @param secret {@code whsec_} and Base64
   */
  public ShipBobWire(String secret) {
    this.key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
  }

  @Override
  public Optional<Message> of(Shipment shipment, Milestone milestone) {
    return Optional.of(
        new Message(
            "msg_" + shipment.taken().reference() + "_" + milestone.ordinal(),
            topic(milestone),
            ShipBobJson.webhook(json, shipment, milestone, shipment.at(milestone).toString())
                .toString()));
  }

  @Override
  public Optional<Message> held(Shipment shipment) {
    var at = shipment.heldAt().orElseThrow().toString();
    var body = ShipBobJson.webhook(json, shipment, null, at);
    return Optional.of(
        new Message(
            "msg_" + shipment.taken().reference() + "_" + at,
            "order.shipment.on_hold",
            body.toString()));
  }

  @Override
  public Optional<Message> back(GoodsBack goods) {
    var isDone = goods.processedAt().isPresent();
    return Optional.of(
        new Message(
            "msg_" + goods.expected().reference() + (isDone ? "_completed" : "_updated"),
            isDone ? "return.completed" : "return.updated",
            ShipBobJson.back(json, goods).toString()));
  }

  private static String topic(Milestone milestone) {
    return switch (milestone) {
      case PICKED -> "order.shipment.line_item.picked";
      case SHIPPED, REST_SHIPPED -> "order.shipped";
      case EXCEPTION -> "order.shipment.exception";
      case OUT_FOR_DELIVERY, RETURNED, DAMAGED -> "order.shipment.tracking.updated";
      case DELIVERED, REST_DELIVERED -> "order.shipment.delivered";
    };
  }

  @Override
  public void sign(Message message, HttpRequest.Builder request) {
    var timestamp = Long.toString(Instant.now().getEpochSecond());
    request
        .header("webhook-id", message.id())
        .header("webhook-timestamp", timestamp)
        .header(
            "webhook-signature",
            "v1," + Hmac.of(key, message.id() + "." + timestamp + "." + message.body()))
        .header("x-webhook-topic", message.topic());
  }

  @Override
  public boolean givesUp(int tries, Duration sinceTheFirst) {
    return sinceTheFirst.compareTo(PATIENCE) > 0;
  }
}
