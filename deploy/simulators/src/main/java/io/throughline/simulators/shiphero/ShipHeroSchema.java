package io.throughline.simulators.shiphero;

import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.depot.Depot;
import io.throughline.simulators.depot.Entry;
import io.throughline.simulators.depot.Fate;
import io.throughline.simulators.depot.GoodsBack;
import io.throughline.simulators.depot.Milestone;
import io.throughline.simulators.depot.Parcel;
import io.throughline.simulators.depot.Shipment;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands behind the schema's fields. An address without a street, or in the country {@code
 * Atlantis}, is one that it cannot deliver to. The numbers of the error codes but 30 were not
 * checked against the vendor.
 */
final class ShipHeroSchema {
  private static final String RESOURCE = "/io/throughline/simulators/shiphero/shiphero.graphqls";
  private static final int INVALID = 3;
  private static final int NOT_FOUND = 5;
  private static final int DUPLICATE = 8;

  private final Depot depot;
  private final BusinessClock clock;

  ShipHeroSchema(Depot depot, BusinessClock clock) {
    this.depot = depot;
    this.clock = clock;
  }

  GraphQL graphQl() {
    var source =
        new InputStreamReader(
            Objects.requireNonNull(ShipHeroSchema.class.getResourceAsStream(RESOURCE)),
            StandardCharsets.UTF_8);
    var wiring =
        RuntimeWiring.newRuntimeWiring()
            .type(
                "Query",
                type ->
                    type.dataFetcher("orders", this::orders).dataFetcher("returns", this::returns))
            .type(
                "Mutation",
                type ->
                    type.dataFetcher("order_create", this::create)
                        .dataFetcher("order_cancel", this::cancel)
                        .dataFetcher("order_update_holds", this::updateHolds)
                        .dataFetcher("return_create", this::expect)
                        .dataFetcher("return_cancel", this::cancelReturn))
            .build();
    var schema =
        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(source), wiring);
    return GraphQL.newGraphQL(schema).build();
  }

  private Map<String, Object> orders(DataFetchingEnvironment call) {
    var reference =
        Optional.<String>ofNullable(call.getArgument("partner_order_id"))
            .orElse(call.getArgumentOrDefault("order_number", ""));
    var edges =
        depot.find(reference).map(it -> List.of(Map.of("node", order(it)))).orElse(List.of());
    return Map.of("request_id", "r", "complexity", 1, "data", Map.of("edges", edges));
  }

  private Object create(DataFetchingEnvironment call) {
    Map<String, Object> data = Objects.requireNonNull(call.getArgument("data"));
    var reference = text(data, "partner_order_id");
    var address = map(data, "shipping_address");
    var street = text(address, "address1");
    if (reference.isBlank()) {
      return refused(INVALID, "partner_order_id", "A partner_order_id is required.");
    }
    if (street.isBlank() || text(address, "country").equals("Atlantis")) {
      return refused(INVALID, "shipping_address", "The address could not be verified.");
    }
    var items = items(data);
    var taken =
        new Entry.OrderTaken(
            reference,
            data.get("tags") instanceof List<?> tags && !tags.isEmpty()
                ? tags.getFirst().toString()
                : text(data, "order_number"),
            items.isEmpty() ? "" : text(items.getFirst(), "warehouse_id"),
            address.toString(),
            Fate.of(street),
            quantities(items),
            clock.instant());
    return depot
        .take(taken)
        .<Object>map(this::done)
        .orElseGet(
            () ->
                refused(
                    DUPLICATE,
                    "partner_order_id",
                    "An order with the partner_order_id " + reference + " exists already."));
  }

  private Object cancel(DataFetchingEnvironment call) {
    return named(call)
        .<Object>map(
            it ->
                depot.cancel(it)
                    ? done(it)
                    : refused(INVALID, "order_id", "The order was fulfilled already."))
        .orElseGet(ShipHeroSchema::unknown);
  }

  private Object updateHolds(DataFetchingEnvironment call) {
    Map<String, Object> data = Objects.requireNonNull(call.getArgument("data"));
    var hold = Boolean.TRUE.equals(data.get("operator_hold"));
    return named(call).map(it -> hold ? held(it) : released(it)).orElseGet(ShipHeroSchema::unknown);
  }

  private Object held(Shipment shipment) {
    return depot.hold(shipment)
        ? done(shipment)
        : refused(INVALID, "operator_hold", "The order was fulfilled or cancelled already.");
  }

  private Object released(Shipment shipment) {
    depot.release(shipment);
    return done(shipment);
  }

  private Map<String, Object> returns(DataFetchingEnvironment call) {
    var edges =
        depot
            .findReturn(call.getArgumentOrDefault("partner_id", ""))
            .map(it -> List.of(Map.of("node", back(it))))
            .orElse(List.of());
    return Map.of("request_id", "r", "complexity", 1, "data", Map.of("edges", edges));
  }

  private Object expect(DataFetchingEnvironment call) {
    Map<String, Object> data = Objects.requireNonNull(call.getArgument("data"));
    var reference = text(data, "partner_id");
    return named(call)
        .map(
            it ->
                depot
                    .expect(reference, it.id(), quantities(items(data)))
                    .<Object>map(goods -> Map.of("return", back(goods)))
                    .orElseGet(
                        () -> refused(DUPLICATE, "partner_id", "The return is another order's.")))
        .orElseGet(ShipHeroSchema::unknown);
  }

  private Object cancelReturn(DataFetchingEnvironment call) {
    Map<String, Object> data = Objects.requireNonNull(call.getArgument("data"));
    return depot
        .findReturnById(text(data, "return_id"))
        .<Object>map(
            it ->
                depot.cancelReturn(it)
                    ? Map.of("return", back(it))
                    : refused(INVALID, "return_id", "The return was received already."))
        .orElseGet(() -> refused(NOT_FOUND, "return_id", "Return not found."));
  }

  /** A return, in an answer and in a webhook alike. */
  static Map<String, Object> back(GoodsBack goods) {
    var back = new LinkedHashMap<String, Object>();
    back.put("id", goods.id());
    back.put("partner_id", goods.expected().reference());
    back.put("status", statusOf(goods));
    goods.arrivedAt().ifPresent(at -> back.put("received_at", ShipHeroWire.time(at)));
    goods.processedAt().ifPresent(at -> back.put("processed_at", ShipHeroWire.time(at)));
    back.put(
        "line_items",
        goods.expected().quantities().entrySet().stream()
            .map(
                item -> {
                  var good = goods.good().getOrDefault(item.getKey(), 0);
                  return Map.of(
                      "sku",
                      item.getKey(),
                      "quantity",
                      item.getValue(),
                      "quantity_received",
                      good + goods.bad().getOrDefault(item.getKey(), 0),
                      "quantity_restocked",
                      good);
                })
            .toList());
    return back;
  }

  private static String statusOf(GoodsBack goods) {
    if (goods.isCancelled()) {
      return "cancelled";
    }
    if (goods.processedAt().isPresent()) {
      return "complete";
    }
    return goods.arrivedAt().isPresent() ? "received" : "pending";
  }

  private Optional<Shipment> named(DataFetchingEnvironment call) {
    Map<String, Object> data = Objects.requireNonNull(call.getArgument("data"));
    var id = text(data, "order_id");
    return depot.findById(id).or(() -> numbered(id));
  }

  /** {@code Order:50001} in Base64. */
  private Optional<Shipment> numbered(String uuid) {
    try {
      var plain = new String(Base64.getDecoder().decode(uuid), StandardCharsets.UTF_8);
      return depot.findById(plain.substring(plain.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Object unknown() {
    return refused(NOT_FOUND, "order_id", "Order not found.");
  }

  private static DataFetcherResult<Object> refused(int code, String field, String message) {
    return DataFetcherResult.newResult()
        .error(
            GraphqlErrorBuilder.newError()
                .message(message)
                .extensions(Map.of("code", code, "field", field))
                .build())
        .build();
  }

  private Map<String, Object> done(Shipment shipment) {
    return Map.of("request_id", "r", "complexity", 10, "order", order(shipment));
  }

  private static Map<String, Object> order(Shipment shipment) {
    var order = new LinkedHashMap<String, Object>();
    order.put("id", ShipHeroApi.uuid("Order", shipment.id()));
    order.put("order_number", shipment.taken().reference());
    order.put("partner_order_id", shipment.taken().reference());
    order.put("fulfillment_status", status(shipment));
    order.put("updated_at", ShipHeroWire.time(shipment.changedAt()));
    order.put(
        "holds",
        Map.of(
            "operator_hold",
            shipment.isHeld(),
            "address_hold",
            false,
            "payment_hold",
            false,
            "fraud_hold",
            false));
    order.put("shipments", shipment.parcels().stream().map(it -> sent(shipment, it)).toList());
    return order;
  }

  private static String status(Shipment shipment) {
    if (shipment.isCancelled()) {
      return "canceled";
    }
    if (shipment.hasLeftWhole()) {
      return "fulfilled";
    }
    return shipment.has(Milestone.PICKED) ? "tote_complete" : "pending";
  }

  private static Map<String, Object> sent(Shipment shipment, Parcel parcel) {
    var last = lastScan(parcel);
    var label = new LinkedHashMap<String, Object>();
    label.put("id", ShipHeroApi.uuid("ShippingLabel", parcel.id()));
    label.put("tracking_number", parcel.trackingNumber());
    label.put("carrier", ShipHeroApi.CARRIER);
    label.put("tracking_status", scan(last.getKey()));
    label.put("tracking_status_at", ShipHeroWire.time(last.getValue()));
    return Map.of(
        "id",
        ShipHeroApi.uuid("Shipment", parcel.id()),
        "created_date",
        ShipHeroWire.time(parcel.at()),
        "line_items",
        Map.of(
            "edges",
            parcel.goods().entrySet().stream()
                .map(
                    it ->
                        Map.of(
                            "node",
                            Map.of(
                                "quantity",
                                it.getValue(),
                                "line_item",
                                Map.of("sku", it.getKey()))))
                .toList()),
        "shipping_labels",
        List.of(label));
  }

  private static Map.Entry<Milestone, Instant> lastScan(Parcel parcel) {
    return parcel.way().entrySet().stream().max(Map.Entry.comparingByKey()).orElseThrow();
  }

  private static String scan(Milestone milestone) {
    return switch (milestone) {
      case PICKED -> "pre_transit";
      case SHIPPED, REST_SHIPPED -> "in_transit";
      case EXCEPTION -> "failure";
      case OUT_FOR_DELIVERY -> "out_for_delivery";
      case DELIVERED, REST_DELIVERED -> "delivered";
      case RETURNED -> "return_to_sender";
      case DAMAGED -> "damaged";
    };
  }

  private static Map<String, Integer> quantities(List<Map<String, Object>> items) {
    var quantities = new LinkedHashMap<String, Integer>();
    for (var item : items) {
      if (item.get("quantity") instanceof Integer quantity) {
        quantities.merge(text(item, "sku"), quantity, Integer::sum);
      }
    }
    return quantities;
  }

  private static String text(Map<String, Object> data, String field) {
    return Objects.toString(data.get(field), "");
  }

  @SuppressWarnings("unchecked") // the schema says so
  private static Map<String, Object> map(Map<String, Object> data, String field) {
    return data.get(field) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  @SuppressWarnings("unchecked") // the schema says so
  private static List<Map<String, Object>> items(Map<String, Object> data) {
    return data.get("line_items") instanceof List<?> list
        ? (List<Map<String, Object>>) list
        : List.of();
  }
}
