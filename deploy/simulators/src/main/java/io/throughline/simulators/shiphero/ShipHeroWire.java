package io.throughline.simulators.shiphero;

import io.throughline.simulators.depot.Depot;
import io.throughline.simulators.depot.GoodsBack;
import io.throughline.simulators.depot.Hmac;
import io.throughline.simulators.depot.Message;
import io.throughline.simulators.depot.Milestone;
import io.throughline.simulators.depot.Parcel;
import io.throughline.simulators.depot.Shipment;
import io.throughline.simulators.depot.Wire;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * ShipHero's webhooks {@code Tote Complete}, {@code Shipment Update} and {@code Return Update}:
 * signed with the Base64 of HMAC-SHA256 over the raw body, tried once and then five times again. It
 * announces nothing of what happens to a parcel on its way.
 */
public final class ShipHeroWire implements Wire, Depot.Announcements {
  private static final int TRIES = 6;

  /** Without a zone; taken for UTC, which was not checked against the vendor. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final JsonMapper json = JsonMapper.builder().build();
  private final String secret;

  public ShipHeroWire(String secret) {
    this.secret = secret;
  }

  @Override
  public Optional<Message> of(Shipment shipment, Milestone milestone) {
    return switch (milestone) {
      case PICKED -> Optional.of(message(shipment, "Tote Complete", toteComplete(shipment)));
      case SHIPPED, REST_SHIPPED -> Optional.of(shipped(shipment, shipment.parcelOf(milestone)));
      case EXCEPTION, OUT_FOR_DELIVERY, DELIVERED, REST_DELIVERED, RETURNED, DAMAGED ->
          Optional.empty();
    };
  }

  @Override
  public Optional<Message> held(Shipment shipment) {
    return Optional.empty();
  }

  @Override
  public Optional<Message> back(GoodsBack goods) {
    var body = json.createObjectNode().put("webhook_type", "Return Update");
    body.set("return", json.valueToTree(ShipHeroSchema.back(goods)));
    return Optional.of(
        new Message(
            "shiphero-"
                + goods.expected().reference()
                + (goods.processedAt().isPresent() ? "-processed" : "-received"),
            "Return Update",
            body.toString()));
  }

  private Message shipped(Shipment shipment, Parcel parcel) {
    var first = message(shipment, "Shipment Update", shipmentUpdate(shipment, parcel));
    return parcel.way().containsKey(Milestone.SHIPPED)
        ? first
        : new Message(first.id() + "-2", first.topic(), first.body());
  }

  private static Message message(Shipment shipment, String type, ObjectNode body) {
    return new Message(
        "shiphero-" + shipment.taken().reference() + "-" + type.replace(' ', '-'),
        type,
        body.toString());
  }

  private ObjectNode toteComplete(Shipment shipment) {
    var body = json.createObjectNode().put("webhook_type", "Tote Complete");
    var tote = body.putArray("totes").addObject().put("tote_name", "Tote-" + shipment.id());
    var order =
        tote.putArray("orders").addObject().put("order_number", shipment.taken().reference());
    var items = order.putArray("items");
    shipment
        .taken()
        .quantities()
        .forEach((sku, quantity) -> items.addObject().put("sku", sku).put("quantity", quantity));
    return body.put("batch_id", "batch-" + shipment.id());
  }

  private ObjectNode shipmentUpdate(Shipment shipment, Parcel parcel) {
    var body = json.createObjectNode().put("test", "0").put("webhook_type", "Shipment Update");
    var fulfillment = body.putObject("fulfillment");
    fulfillment
        .put("shipment_id", Long.parseLong(parcel.id()))
        .put("shipment_uuid", ShipHeroApi.uuid("Shipment", parcel.id()))
        .put("webhook_type", "Shipment Update")
        .put("warehouse_uuid", shipment.taken().location())
        .put("partner_order_id", shipment.taken().reference())
        .put("order_number", shipment.taken().reference())
        .put("tracking_number", parcel.trackingNumber())
        .put("shipping_carrier", ShipHeroApi.CARRIER)
        .put("created_at", TIME.format(parcel.at()));
    var items = fulfillment.putArray("line_items");
    parcel
        .goods()
        .forEach((sku, quantity) -> items.addObject().put("sku", sku).put("quantity", quantity));
    body.put("total_packages", 1);
    body.putArray("packages")
        .addObject()
        .put("name", "Package #1")
        .put("tracking_number", parcel.trackingNumber());
    return body;
  }

  @Override
  public void sign(Message message, HttpRequest.Builder request) {
    request
        .header("X-Shiphero-Message-ID", message.id())
        .header(
            "x-shiphero-hmac-sha256",
            Hmac.of(secret.getBytes(StandardCharsets.UTF_8), message.body()));
  }

  @Override
  public boolean givesUp(int tries, Duration sinceTheFirst) {
    return tries >= TRIES;
  }

  static String time(Instant at) {
    return TIME.format(at);
  }
}
