package io.throughline.command.logistics;

import io.throughline.command.platform.Answer;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Outcome;
import io.throughline.command.platform.http.Outcome.Lost;
import io.throughline.command.platform.http.Outcome.Replied;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * ShipBob over its REST API. A shipment is an order there, known by our shipment id as its {@code
 * reference_id}: it can be made only once, so a request may be repeated; one that was taken before
 * is refused as taken, and then read.
 */
final class ShipBobCarrier implements Carrier {
  static final String PROVIDER = "shipbob";

  private static final String ORDERS = "/2025-07/order";
  private static final int UNPROCESSABLE = 422;
  private static final int LONGEST = 2000;

  private final ShipBobProperties properties;
  private final Caller caller;
  private final JsonMapper json = JsonMapper.builder().build();

  ShipBobCarrier(ShipBobProperties properties, Caller caller) {
    this.properties = properties;
    this.caller = caller;
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Answer<String> requestShipment(Consignment consignment) {
    var outcome = call("POST", ORDERS, body(consignment).toString());
    if (outcome instanceof Replied replied
        && replied.status() == UNPROCESSABLE
        && replied.body().contains("\"reference_id\"")) {
      return find(consignment.shipmentId())
          .then(
              found ->
                  found
                      .<Answer<String>>map(order -> new Answer.Done<>(order.path("id").asString()))
                      .orElse(refused(replied)));
    }
    return answer(outcome).map(reply -> json.readTree(reply.body()).path("id").asString());
  }

  @Override
  public Answer<Cancellation> cancelShipment(ShipmentId shipmentId) {
    return find(shipmentId)
        .then(found -> found.map(this::cancel).orElse(new Answer.Done<>(Cancellation.CANCELLED)));
  }

  private Answer<Cancellation> cancel(JsonNode order) {
    var outcome = call("POST", ORDERS + "/" + order.path("id").asString() + "/cancel", "{}");
    return outcome instanceof Replied replied && replied.status() == UNPROCESSABLE
        ? new Answer.Done<>(Cancellation.TOO_LATE)
        : answer(outcome).map(_ -> Cancellation.CANCELLED);
  }

  private Answer<Optional<JsonNode>> find(ShipmentId shipmentId) {
    return answer(call("GET", ORDERS + "?ReferenceIds=" + shipmentId, ""))
        .map(
            reply -> {
              var orders = json.readTree(reply.body());
              return orders.isEmpty() ? Optional.empty() : Optional.of(orders.get(0));
            });
  }

  private Outcome call(String method, String path, String body) {
    var headers =
        Map.of(
            "Authorization",
            "Bearer " + properties.token(),
            "Content-Type",
            "application/json",
            "shipbob_channel_id",
            properties.channelId());
    return caller.call(method, properties.baseUrl().resolve(path), headers, body);
  }

  private ObjectNode body(Consignment consignment) {
    var to = consignment.shipTo();
    var body = json.createObjectNode();
    body.put("reference_id", consignment.shipmentId().value());
    body.put("order_number", consignment.orderId().value());
    body.put("location_id", consignment.warehouse().value());
    if (consignment.requestedOn() != null) {
      body.put("requested_delivery_date", consignment.requestedOn().toString());
    }
    var recipient = body.putObject("recipient").put("name", to.name());
    var address =
        recipient.putObject("address").put("address1", to.street()).put("city", to.city());
    if (to.region() != null) {
      address.put("state", to.region());
    }
    if (to.postalCode() != null) {
      address.put("zip_code", to.postalCode());
    }
    address.put("country", to.country());
    var products = body.putArray("products");
    consignment
        .parcels()
        .forEach(
            parcel ->
                products
                    .addObject()
                    .put("reference_id", parcel.productId().value())
                    .put("quantity", parcel.quantity()));
    return body;
  }

  private static Answer<Replied> answer(Outcome outcome) {
    return switch (outcome) {
      case Lost(var reason) -> new Answer.Unknown<>(reason);
      case Replied reply when reply.isSuccess() -> new Answer.Done<>(reply);
      case Replied reply
          when reply.status() == 429 || reply.status() >= 500 || reply.status() == 401 ->
          new Answer.Busy<>(reply.status() + " " + shortened(reply.body()), reply.retryAfter());
      case Replied reply -> refused(reply);
    };
  }

  /** ShipBob answers 422 with a list of messages for each field. */
  private static <T> Answer<T> refused(Replied reply) {
    var aboutAddress = reply.body().contains("address");
    var cause = aboutAddress ? Cause.ADDRESS_REJECTED : Cause.CARRIER_REFUSED;
    var message =
        aboutAddress
            ? "ShipBob cannot deliver to the address."
            : "ShipBob refused the request with status " + reply.status() + ".";
    var words = shortened(reply.body());
    return new Answer.Refused<>(
        List.of(new Finding(cause, null, message, Map.of("answer", words))), words);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
