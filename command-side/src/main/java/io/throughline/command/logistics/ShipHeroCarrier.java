package io.throughline.command.logistics;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * ShipHero over its GraphQL API. A shipment is an order there, with our shipment id as {@code
 * partner_order_id} and {@code order_number}. The vendor does not document that it keeps them
 * unique, so each request looks first whether the order is there.
 */
final class ShipHeroCarrier implements Carrier {
  static final String PROVIDER = "shiphero";

  private static final String FIND =
      """
      query ($id: String) { orders(partner_order_id: $id) { data(first: 1) { edges { node {
        id fulfillment_status updated_at holds { operator_hold }
        shipments { id created_date
          line_items { edges { node { quantity line_item { sku } } } } shipping_labels {
          tracking_number carrier tracking_status tracking_status_at } } } } } } }
      """;
  private static final String CREATE =
      """
      mutation ($data: CreateOrderInput!) { order_create(data: $data) { order { id } } }
      """;
  private static final String CANCEL =
      """
      mutation ($data: CancelOrderInput!) { order_cancel(data: $data) { order { id } } }
      """;
  private static final String HOLDS =
      """
      mutation ($data: UpdateOrderHoldsInput!) { order_update_holds(data: $data) {
        order { id holds { operator_hold } } } }
      """;
  private static final String EXPECT =
      """
      mutation ($data: CreateReturnInput!) { return_create(data: $data) { return { id } } }
      """;

  private static final String FIND_RETURN =
      """
      query ($id: String) { returns(partner_id: $id) { data(first: 1) { edges { node {
        id partner_id status received_at processed_at
        line_items { sku quantity quantity_received quantity_restocked } } } } } }
      """;
  private static final String CANCEL_RETURN =
      """
      mutation ($data: CancelReturnInput!) { return_cancel(data: $data) { return { id } } }
      """;

  private final ShipHeroClient client;
  private final String shopName;
  private final Map<String, String> locations;

  ShipHeroCarrier(ShipHeroClient client, String shopName, Map<String, String> locations) {
    this.client = client;
    this.shopName = shopName;
    this.locations = Map.copyOf(locations);
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Answer<String> requestShipment(Consignment consignment) {
    return find(consignment.shipmentId())
        .then(found -> found.map(ShipHeroCarrier::id).orElseGet(() -> create(consignment)));
  }

  /** Refused because another try of ours was quicker, it is there by now. */
  private Answer<String> create(Consignment consignment) {
    var variables = client.object();
    variables.set("data", data(consignment));
    var created =
        client
            .ask("order_create", CREATE, variables)
            .then(answer -> checked(answer.path("order"), ShipHeroCarrier::id));
    return created instanceof Answer.Refused<String> refused
        ? find(consignment.shipmentId())
            .then(found -> found.map(ShipHeroCarrier::id).orElse(refused))
        : created;
  }

  private JsonNode data(Consignment consignment) {
    var to = consignment.shipTo();
    var data = client.object();
    data.put("order_number", consignment.shipmentId().value());
    data.put("partner_order_id", consignment.shipmentId().value());
    data.put("shop_name", shopName);
    data.putArray("tags").add(consignment.orderId().value());
    data.put("fulfillment_status", "pending");
    if (consignment.requestedOn() != null) {
      data.put("required_ship_date", consignment.requestedOn().toString());
    }
    var address = data.putObject("shipping_address").put("company", to.name());
    address.put("address1", to.street()).put("city", to.city()).put("country", to.country());
    if (to.region() != null) {
      address.put("state", to.region());
    }
    if (to.postalCode() != null) {
      address.put("zip", to.postalCode());
    }
    list(data.putArray("line_items"), consignment);
    return data;
  }

  /** A price is required there; what the goods cost is not the provider's business. */
  private void list(ArrayNode items, Consignment consignment) {
    for (var parcel : consignment.parcels()) {
      items
          .addObject()
          .put("sku", parcel.productId().value())
          .put("partner_line_item_id", consignment.shipmentId() + "-" + (items.size()))
          .put("quantity", parcel.quantity())
          .put("price", "0.00")
          .put("warehouse_id", location(consignment.warehouse()));
    }
  }

  private String location(WarehouseId warehouse) {
    return locations.getOrDefault(warehouse.value(), warehouse.value());
  }

  @Override
  public Answer<Cancellation> cancelShipment(ShipmentId shipmentId) {
    return find(shipmentId)
        .then(
            found ->
                found.map(this::cancel).orElseGet(() -> new Answer.Done<>(Cancellation.CANCELLED)));
  }

  private Answer<Cancellation> cancel(JsonNode order) {
    var status = order.path("fulfillment_status").asString("");
    if (status.equals("canceled")) {
      return new Answer.Done<>(Cancellation.CANCELLED);
    }
    var answer = change("order_cancel", CANCEL, order, "reason", "Cancelled by the customer");
    return answer instanceof Answer.Refused
        ? new Answer.Done<>(Cancellation.TOO_LATE)
        : answer.map(_ -> Cancellation.CANCELLED);
  }

  @Override
  public Answer<Hold> holdShipment(ShipmentId shipmentId) {
    return find(shipmentId)
        .then(
            found -> {
              if (found.isEmpty()) {
                return new Answer.Done<>(Hold.TOO_LATE);
              }
              var answer = hold(found.get(), true);
              return answer instanceof Answer.Refused
                  ? new Answer.Done<>(Hold.TOO_LATE)
                  : answer.map(_ -> Hold.HELD);
            });
  }

  @Override
  public Answer<Boolean> releaseShipment(ShipmentId shipmentId) {
    return find(shipmentId)
        .then(
            found ->
                found.isEmpty()
                    ? new Answer.Done<>(false)
                    : hold(found.get(), false).map(_ -> true));
  }

  private Answer<JsonNode> hold(JsonNode order, boolean on) {
    var variables = client.object();
    variables
        .putObject("data")
        .put("order_id", order.path("id").asString(""))
        .put("operator_hold", on);
    return client.ask("order_update_holds", HOLDS, variables);
  }

  private Answer<JsonNode> change(
      String field, String query, JsonNode order, String name, String value) {
    var variables = client.object();
    variables.putObject("data").put("order_id", order.path("id").asString("")).put(name, value);
    return client.ask(field, query, variables);
  }

  @Override
  public Answer<Optional<Tracking>> track(ShipmentId shipmentId) {
    return find(shipmentId)
        .then(
            found ->
                found.isEmpty()
                    ? new Answer.Done<>(Optional.empty())
                    : checked(
                        found.get(),
                        order ->
                            new Answer.Done<>(
                                Optional.of(ShipHeroTracking.of(shipmentId, order)))));
  }

  @Override
  public Answer<String> expectReturn(ExpectedReturn expected) {
    return find(expected.original())
        .then(
            found ->
                found
                    .map(order -> expect(expected, order))
                    .orElseGet(() -> neverShipped(expected)));
  }

  private Answer<String> expect(ExpectedReturn expected, JsonNode order) {
    var variables = client.object();
    var data = variables.putObject("data");
    data.put("order_id", order.path("id").asString(""));
    data.put("partner_id", expected.returnId().value());
    data.put("warehouse_id", location(expected.warehouse()));
    var items = data.putArray("line_items");
    expected
        .parcels()
        .forEach(
            parcel ->
                items
                    .addObject()
                    .put("sku", parcel.productId().value())
                    .put("quantity", parcel.quantity()));
    return client
        .ask("return_create", EXPECT, variables)
        .then(answer -> checked(answer.path("return"), ShipHeroCarrier::id));
  }

  @Override
  public Answer<Boolean> withdrawReturn(ReturnId returnId) {
    return findReturn(returnId)
        .then(found -> found.map(this::withdraw).orElse(new Answer.Done<>(false)));
  }

  /** Refused because it has come: it will be found by asking. */
  private Answer<Boolean> withdraw(JsonNode back) {
    var variables = client.object();
    variables.putObject("data").put("return_id", back.path("id").asString(""));
    var answer = client.ask("return_cancel", CANCEL_RETURN, variables);
    return answer instanceof Answer.Refused<JsonNode>
        ? new Answer.Done<>(true)
        : answer.map(_ -> true);
  }

  @Override
  public Answer<Optional<Progress>> trackReturn(ReturnId returnId) {
    return findReturn(returnId)
        .then(
            found ->
                found.isEmpty()
                    ? new Answer.Done<>(Optional.empty())
                    : checked(
                        found.get(),
                        back -> new Answer.Done<>(Optional.of(ShipHeroReturn.progress(back)))));
  }

  private Answer<Optional<JsonNode>> findReturn(ReturnId returnId) {
    return first("returns", FIND_RETURN, returnId.value());
  }

  private static Answer<String> neverShipped(ExpectedReturn expected) {
    var message =
        ShipHeroClient.NAME + " has no shipment " + expected.original() + " that could come back.";
    return new Answer.Refused<>(
        List.of(Finding.of(Cause.CARRIER_REFUSED, null, message, Map.of())), message);
  }

  private Answer<Optional<JsonNode>> find(ShipmentId shipmentId) {
    return first("orders", FIND, shipmentId.value());
  }

  private Answer<Optional<JsonNode>> first(String field, String query, String id) {
    return client
        .ask(field, query, client.object().put("id", id))
        .then(
            found -> {
              var edges = found.path("data").path("edges");
              return edges.isArray()
                  ? new Answer.Done<>(
                      edges.isEmpty() ? Optional.empty() : Optional.of(edges.get(0).path("node")))
                  : new Answer.Unknown<>(ShipHeroClient.NAME + "'s answer lists no " + field + ".");
            });
  }

  private static Answer<String> id(JsonNode order) {
    return new Answer.Done<>(Payload.text(order, "id"));
  }

  private static <T> Answer<T> checked(JsonNode node, Function<JsonNode, Answer<T>> reader) {
    try {
      return reader.apply(node);
    } catch (IllegalArgumentException e) {
      return new Answer.Unknown<>(
          ShipHeroClient.NAME + "'s answer makes no sense: " + e.getMessage());
    }
  }
}
