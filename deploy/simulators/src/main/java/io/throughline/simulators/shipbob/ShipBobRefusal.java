package io.throughline.simulators.shipbob;

import io.throughline.simulators.Reply;

/** Refusals as ShipBob words them, for a provider that is told to refuse. */
public enum ShipBobRefusal {
  ADDRESS(422, "recipient.address", "The address could not be verified."),
  PRODUCT_UNKNOWN(422, "products", "The product was not found."),
  SHIPPING_METHOD(422, "shipping_method", "The shipping method is not mapped."),
  LOCATION(422, "location_id", "The location does not exist."),
  ACCOUNT(403, "message", "The merchant's account may not do this."),
  ANYTHING(422, "message", "The order cannot be taken.");

  private final int status;
  private final String body;

  ShipBobRefusal(int status, String field, String message) {
    this.status = status;
    this.body = "{\"" + field + "\":[\"" + message + "\"]}";
  }

  public Reply reply() {
    return Reply.json(status, body);
  }
}
