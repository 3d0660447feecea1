package io.throughline.command.logistics;

import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * ShipHero's words for what happens to a shipment. {@code Tote Complete} names every order whose
 * goods lie in the tote, by its number, which is our shipment's id; {@code Shipment Update} names
 * one by our id. Pure.
 */
final class ShipHeroWebhook {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ShipHeroWebhook() {}

  /**
   * Empty for messages that tell us nothing.
   *
   * @param receivedAt business time: a completed tote does not say when
   * @throws IllegalArgumentException if the body is not such a message
   */
  static List<? extends ProviderUpdate> read(String messageId, byte[] body, Instant receivedAt) {
    var message = parsed(body);
    return switch (text(message, "webhook_type")) {
      case "Tote Complete" -> picked(messageId, message, receivedAt);
      case "Shipment Update" -> List.of(shipped(messageId, message.path("fulfillment")));
      case "Return Update" -> ShipHeroReturn.updates(messageId, message.path("return"));
      default -> List.of();
    };
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "The webhook's body is not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static List<ShipmentUpdate> picked(String messageId, JsonNode message, Instant at) {
    var updates = new ArrayList<ShipmentUpdate>();
    for (var tote : message.path("totes")) {
      for (var order : tote.path("orders")) {
        var shipment = new ShipmentId(text(order, "order_number"));
        updates.add(new ShipmentUpdate(messageId, shipment, Kind.PICKED, null, null, null, at));
      }
    }
    return updates;
  }

  private static ShipmentUpdate shipped(String messageId, JsonNode fulfillment) {
    return new ShipmentUpdate(
        messageId,
        new ShipmentId(text(fulfillment, "partner_order_id")),
        Kind.SHIPPED,
        Payload.optional(fulfillment, "shipping_carrier"),
        Payload.optional(fulfillment, "tracking_number"),
        null,
        null,
        CountedGoods.in(parcelId(fulfillment), fulfillment.path("line_items"), "sku"),
        ShipHeroTime.parse(text(fulfillment, "created_at")));
  }

  /** What the API calls the shipment: {@code Shipment:} and its number, in Base64. */
  private static String parcelId(JsonNode fulfillment) {
    var number = fulfillment.path("shipment_id").asString("");
    return fulfillment
        .path("shipment_uuid")
        .asString(
            number.isEmpty()
                ? ""
                : Base64.getEncoder()
                    .encodeToString(("Shipment:" + number).getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(JsonNode node, String field) {
    var text = node.path(field).asString("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("The webhook's body lacks " + field + ".");
    }
    return text;
  }
}
