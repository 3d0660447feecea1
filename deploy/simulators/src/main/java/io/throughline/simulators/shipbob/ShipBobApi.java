package io.throughline.simulators.shipbob;

import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.Call;
import io.throughline.simulators.Reply;
import io.throughline.simulators.SimulatedSystem;
import io.throughline.simulators.depot.Depot;
import io.throughline.simulators.depot.Entry;
import io.throughline.simulators.depot.Fate;
import io.throughline.simulators.depot.GoodsBack;
import io.throughline.simulators.depot.Shipment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provider over HTTP. An address without a street, or in the country {@code Atlantis}, is one
 * that it cannot deliver to. Holds follow {@code shipment:bulkPlaceOnHold} and {@code
 * shipment:bulkReleaseHold}: each shipment has its own result, and what is done is done again
 * without harm. The fields of a result and of a return were not checked against the vendor.
 */
public final class ShipBobApi implements SimulatedSystem {
  public static final String ROOT = "/2026-07/";
  private static final String ORDERS = ROOT + "order";
  private static final String HOLD = ROOT + "shipment:bulkPlaceOnHold";
  private static final String RELEASE = ROOT + "shipment:bulkReleaseHold";
  private static final String RETURNS = ROOT + "return";
  private static final Pattern CANCEL = Pattern.compile(ORDERS + "/(\\d+)/cancel");

  private static final Pattern CANCEL_RETURN = Pattern.compile(RETURNS + "/(\\d+)/cancel");

  private final JsonMapper json = JsonMapper.builder().build();
  private final Depot depot;
  private final String token;
  private final BusinessClock clock;

  public ShipBobApi(Depot depot, String token, BusinessClock clock) {
    this.depot = depot;
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
      return call.method().equals("GET") ? read(call) : write(call);
    } catch (JacksonException e) {
      return refused(400, "", "The body is not valid JSON.");
    }
  }

  private Reply read(Call call) {
    var reference = call.query().getOrDefault("ReferenceIds", "");
    var found = json.createArrayNode();
    switch (call.path()) {
      case ORDERS -> depot.find(reference).ifPresent(it -> found.add(ShipBobJson.order(json, it)));
      case RETURNS ->
          depot.findReturn(reference).ifPresent(it -> found.add(ShipBobJson.back(json, it)));
      default -> {
        return notFound();
      }
    }
    return Reply.json(200, found.toString());
  }

  private Reply write(Call call) {
    var cancel = CANCEL.matcher(call.path());
    if (cancel.matches()) {
      return depot.findById(cancel.group(1)).map(this::cancel).orElseGet(ShipBobApi::notFound);
    }
    var cancelReturn = CANCEL_RETURN.matcher(call.path());
    if (cancelReturn.matches()) {
      return depot
          .findReturnById(cancelReturn.group(1))
          .map(this::cancelReturn)
          .orElseGet(ShipBobApi::notFound);
    }
    var body = json.readTree(call.body());
    return switch (call.path()) {
      case ORDERS -> take(body);
      case HOLD, RELEASE -> each(body, call.path().equals(HOLD));
      case RETURNS -> expect(body);
      default -> notFound();
    };
  }

  private Reply cancel(Shipment shipment) {
    return depot.cancel(shipment)
        ? Reply.json(200, ShipBobJson.order(json, shipment).toString())
        : refused(422, "status", "The order has shipped and cannot be cancelled.");
  }

  private Reply cancelReturn(GoodsBack goods) {
    return depot.cancelReturn(goods)
        ? Reply.json(200, ShipBobJson.back(json, goods).toString())
        : refused(422, "status", "The return has arrived and cannot be cancelled.");
  }

  private Reply take(JsonNode body) {
    var reference = body.path("reference_id").asString("");
    var recipient = body.path("recipient");
    var address = recipient.path("address");
    var street = address.path("address1").asString("");
    if (reference.isBlank()) {
      return refused(422, "reference_id", "The field reference_id is required.");
    }
    if (street.isBlank() || address.path("country").asString("").equals("Atlantis")) {
      return refused(422, "recipient.address", "The address could not be verified.");
    }
    var quantities = quantities(body.path("products"));
    if (quantities.isEmpty()) {
      return refused(422, "products", "At least one product is required.");
    }
    var location = body.path("location_id").asString("");
    var missing = quantities.keySet().stream().filter(it -> depot.isOut(location, it)).findFirst();
    if (missing.isPresent() && depot.find(reference).isEmpty()) {
      return refused(422, "products", missing.get() + " is out of stock at " + location + ".");
    }
    var taken =
        new Entry.OrderTaken(
            reference,
            body.path("order_number").asString(""),
            location,
            recipient.toString(),
            Fate.of(street),
            quantities,
            clock.instant());
    return depot
        .take(taken)
        .map(it -> Reply.json(201, ShipBobJson.order(json, it).toString()))
        .orElseGet(
            () ->
                refused(
                    422,
                    "reference_id",
                    "An order with the reference_id " + reference + " exists already."));
  }

  private static Map<String, Integer> quantities(JsonNode products) {
    var quantities = new LinkedHashMap<String, Integer>();
    for (var product : products) {
      quantities.merge(
          product.path("reference_id").asString(""),
          product.path("quantity").asInt(0),
          Integer::sum);
    }
    return quantities;
  }

  private Reply each(JsonNode body, boolean hold) {
    var ids = body.path("shipment_ids");
    if (ids.isEmpty()) {
      return refused(400, "shipment_ids", "At least one shipment is required.");
    }
    var answer = json.createObjectNode();
    var results = answer.putArray("results");
    for (var id : ids) {
      var result = results.addObject();
      result.set("shipment_id", id);
      var shipment = depot.findById(id.asString());
      var isDone = shipment.map(it -> hold ? depot.hold(it) : release(it)).orElse(false);
      result.put("is_success", isDone);
      if (!isDone) {
        result.put(
            "error", shipment.isEmpty() ? "Shipment not found." : "It cannot be held any more.");
      }
    }
    return Reply.json(200, answer.toString());
  }

  private boolean release(Shipment shipment) {
    depot.release(shipment);
    return true;
  }

  private Reply expect(JsonNode body) {
    var reference = body.path("reference_id").asString("");
    var original = body.path("original_shipment_id").asString("");
    if (reference.isBlank()) {
      return refused(422, "reference_id", "The field reference_id is required.");
    }
    if (depot.findById(original).isEmpty()) {
      return refused(422, "original_shipment_id", "There is no shipment " + original + ".");
    }
    var quantities = quantities(body.path("inventory"));
    if (quantities.isEmpty()) {
      return refused(422, "inventory", "At least one product is required.");
    }
    return depot
        .expect(reference, original, quantities)
        .map(it -> Reply.json(201, ShipBobJson.back(json, it).toString()))
        .orElseGet(
            () ->
                refused(
                    422, "reference_id", "The return " + reference + " is another shipment's."));
  }

  private static Reply notFound() {
    return Reply.json(404, "{\"message\":\"Not Found\"}");
  }

  private Reply refused(int status, String field, String message) {
    var body = json.createObjectNode();
    body.putArray(field).add(message);
    return new Reply(status, Map.of(), "application/json", body.toString());
  }
}
