package io.throughline.simulators.depot;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The books of all depots in one: every shipment with its provider, and each one's messages. */
public final class DepotBooks {
  private final JsonMapper json = JsonMapper.builder().build();
  private final ObjectNode books = json.createObjectNode();
  private final ObjectNode shipments = books.putObject("shipments");
  private final ObjectNode returns = books.putObject("returns");
  private final ObjectNode webhooks = books.putObject("webhooks");
  private final ObjectNode providers = books.putObject("providers");

  public DepotBooks with(String provider, Depot.Books depot) {
    depot.shipments().forEach((reference, it) -> shipments.set(reference, shipment(provider, it)));
    depot.returns().forEach((reference, it) -> returns.set(reference, goods(provider, it)));
    var counts = providers.putObject(provider).put("shipments", depot.shipments().size());
    count(counts.putObject("webhooks"), depot);
    count(webhooks, depot);
    return this;
  }

  private JsonNode goods(String provider, GoodsBack it) {
    var node = json.createObjectNode();
    node.put("provider", provider)
        .put("original", it.expected().original())
        .put(
            "status",
            it.isCancelled()
                ? "Cancelled"
                : it.processedAt().isPresent()
                    ? "Processed"
                    : it.arrivedAt().isPresent() ? "Arrived" : "Expected");
    node.set("quantities", json.valueToTree(it.expected().quantities()));
    node.set("good", json.valueToTree(it.good()));
    node.set("bad", json.valueToTree(it.bad()));
    return node;
  }

  private JsonNode shipment(String provider, Shipment it) {
    var node = json.createObjectNode();
    node.put("provider", provider)
        .put("id", it.id())
        .put("order", it.taken().order())
        .put("location", it.taken().location())
        .put("status", status(it))
        .put("parcel", it.parcel());
    node.set("quantities", json.valueToTree(it.taken().quantities()));
    node.set("packed", json.valueToTree(it.packed()));
    return node;
  }

  private static String status(Shipment shipment) {
    if (shipment.isCancelled()) {
      return "Cancelled";
    }
    if (shipment.isHeld()) {
      return "OnHold";
    }
    var status = "Processing";
    for (var milestone : shipment.milestones().keySet()) {
      status = milestone.name().charAt(0) + milestone.name().substring(1).toLowerCase(Locale.ROOT);
    }
    return status;
  }

  private static void count(ObjectNode into, Depot.Books depot) {
    add(into, "sent", depot.sent());
    add(into, "duplicated", depot.duplicated());
    add(into, "heldBack", depot.heldBack());
    add(into, "dropped", depot.dropped());
    add(into, "taken", depot.taken());
    add(into, "givenUp", depot.givenUp());
  }

  private static void add(ObjectNode into, String what, int count) {
    into.put(what, into.path(what).asInt(0) + count);
  }

  public JsonNode done() {
    return books;
  }
}
