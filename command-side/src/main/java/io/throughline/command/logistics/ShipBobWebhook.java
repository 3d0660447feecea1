package io.throughline.command.logistics;

import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** ShipBob's words for what happens to a shipment. Pure. */
final class ShipBobWebhook {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ShipBobWebhook() {}

  /**
   * Empty for topics that tell us nothing.
   *
   * @throws IllegalArgumentException if the body is not such a message
   */
  static Optional<ShipmentUpdate> read(String messageId, String topic, byte[] body) {
    return switch (topic) {
      case "order.shipment.line_item.picked" -> Optional.of(update(messageId, Kind.PICKED, body));
      case "order.shipped" ->
          Optional.of(
              update(messageId, Kind.SHIPPED, body).with(ShipBobTracking.parcel(parsed(body))));
      case "order.delivered" -> // once all of its shipments are:
          // developer.shipbob.com/2026-07/webhooks
          Optional.of(update(messageId, Kind.DELIVERED, body));
      case "order.shipment.delivered" ->
          Optional.of(ofParcel(update(messageId, Kind.DELIVERED, body), body));
      case "order.shipment.exception" -> Optional.of(update(messageId, Kind.DELAYED, body));
      case "order.shipment.on_hold" -> Optional.of(update(messageId, Kind.ON_HOLD, body));
      case "order.shipment.tracking.updated" -> scanned(messageId, body);
      default -> Optional.empty();
    };
  }

  /** What the carrier scanned stands in the status details; most of it tells us nothing. */
  private static Optional<ShipmentUpdate> scanned(String messageId, byte[] body) {
    var scan = parsed(body).path("status_details").path(0).path("name").asString("");
    return ShipBobTracking.kind(scan).map(kind -> ofParcel(update(messageId, kind, body), body));
  }

  /** A shipment of an order, as ShipBob has it, is a parcel of ours. */
  private static ShipmentUpdate ofParcel(ShipmentUpdate update, byte[] body) {
    return update.ofParcel(parsed(body).path("id").asString(""));
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "The webhook's body is not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static ShipmentUpdate update(String messageId, Kind kind, byte[] message) {
    var body = parsed(message);
    var tracking = body.path("tracking");
    return new ShipmentUpdate(
        messageId,
        new ShipmentId(text(body, "reference_id")),
        kind,
        optional(tracking, "carrier"),
        optional(tracking, "tracking_number"),
        optional(body.path("status_details").path(0), "description"),
        instant(text(body, "last_update_at")));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "The webhook's last_update_at '" + text + "' is no ISO 8601 time.", e);
    }
  }

  private static String text(JsonNode node, String field) {
    var text = node.path(field).asString("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("The webhook's body lacks " + field + ".");
    }
    return text;
  }

  private static @Nullable String optional(JsonNode node, String field) {
    var text = node.path(field).asString("");
    return text.isEmpty() ? null : text;
  }
}
