package io.throughline.simulators.shipbob;

import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.Call;
import io.throughline.simulators.Reply;
import io.throughline.simulators.SimulatedSystem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provider over HTTP. An address without a street, or in the country {@code Atlantis}, is one
 * that it cannot deliver to.
 */
public final class ShipBobApi implements SimulatedSystem {
  public static final String ROOT = "/2025-07/";
  private static final String ORDERS = "/2025-07/order";
  private static final Pattern CANCEL = Pattern.compile(ORDERS + "/(\\d+)/cancel");

  private final JsonMapper json = JsonMapper.builder().build();
  private final ShipBob provider;
  private final Webhooks webhooks;
  private final String token;
  private final BusinessClock clock;

  public ShipBobApi(ShipBob provider, Webhooks webhooks, String token, BusinessClock clock) {
    this.provider = provider;
    this.webhooks = webhooks;
    this.token = token;
    this.clock = clock;
  }

  @Override
  public Reply tooMany() {
    return new Reply(
        429,
        Map.of("x-retry-after", "1", "x-remaining-calls", "0"),
        "application/json",
        "{\"message\":\"API calls quota exceeded.\"}");
  }

  @Override
  public Reply broken() {
    return Reply.json(500, "{\"message\":\"An error has occurred.\"}");
  }

  @Override
  public Reply answer(Call call) {
    if (!call.header("authorization").orElse("").equals("Bearer " + token)) {
      return Reply.json(401, "{\"message\":\"Unauthorized\"}");
    }
    try {
      return route(call);
    } catch (JacksonException e) {
      return refused(400, "", "The body is not valid JSON.");
    }
  }

  private Reply route(Call call) {
    var cancel = CANCEL.matcher(call.path());
    if (call.method().equals("POST") && call.path().equals(ORDERS)) {
      return take(json.readTree(call.body()));
    }
    if (call.method().equals("GET") && call.path().equals(ORDERS)) {
      var found = json.createArrayNode();
      provider
          .find(call.query().getOrDefault("ReferenceIds", ""))
          .ifPresent(it -> found.add(order(it)));
      return Reply.json(200, found.toString());
    }
    if (call.method().equals("POST") && cancel.matches()) {
      return provider
          .findById(cancel.group(1))
          .map(
              it ->
                  provider.cancel(it)
                      ? Reply.json(200, order(it).toString())
                      : refused(422, "status", "The order has shipped and cannot be cancelled."))
          .orElseGet(() -> Reply.json(404, "{\"message\":\"Not Found\"}"));
    }
    return Reply.json(404, "{\"message\":\"Not Found\"}");
  }

  private Reply take(JsonNode body) {
    var reference = body.path("reference_id").asString("");
    var address = body.path("recipient").path("address");
    if (reference.isBlank()) {
      return refused(422, "reference_id", "The field reference_id is required.");
    }
    if (address.path("address1").asString("").isBlank()
        || address.path("country").asString("").equals("Atlantis")) {
      return refused(422, "recipient.address", "The address could not be verified.");
    }
    var quantities = new LinkedHashMap<String, Integer>();
    for (var product : body.path("products")) {
      quantities.merge(
          product.path("reference_id").asString(), product.path("quantity").asInt(), Integer::sum);
    }
    if (quantities.isEmpty()) {
      return refused(422, "products", "At least one product is required.");
    }
    var taken =
        new Entry.OrderTaken(
            reference,
            body.path("order_number").asString(""),
            body.path("location_id").asString(""),
            quantities,
            clock.instant());
    return provider
        .take(taken)
        .map(it -> Reply.json(201, order(it).toString()))
        .orElseGet(
            () ->
                refused(
                    422,
                    "reference_id",
                    "An order with the reference_id " + reference + " exists already."));
  }

  private JsonNode order(Shipment shipment) {
    var node = json.createObjectNode();
    node.put("id", Long.parseLong(shipment.id));
    node.put("reference_id", shipment.taken.reference());
    node.put("order_number", shipment.taken.order());
    node.put("status", shipment.status());
    return node;
  }

  private Reply refused(int status, String field, String message) {
    var body = json.createObjectNode();
    body.putArray(field).add(message);
    return new Reply(status, Map.of(), "application/json", body.toString());
  }

  /** The provider's books, for tests and people. */
  public JsonNode books() {
    var state = provider.books();
    var books = json.createObjectNode();
    var shipments = books.putObject("shipments");
    state
        .shipments()
        .values()
        .forEach(
            shipment -> {
              var node = shipments.putObject(shipment.taken.reference());
              node.put("id", shipment.id)
                  .put("order", shipment.taken.order())
                  .put("location", shipment.taken.location());
              node.put("status", shipment.status());
              node.set("quantities", json.valueToTree(shipment.taken.quantities()));
            });
    books
        .putObject("webhooks")
        .put("sent", webhooks.sent())
        .put("duplicated", webhooks.duplicated())
        .put("heldBack", webhooks.heldBack())
        .put("taken", state.webhooksTaken())
        .put("givenUp", state.webhooksGivenUp());
    return books;
  }
}
