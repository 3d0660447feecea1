package io.throughline.command.logistics;

import io.throughline.command.logistics.Carrier.Consignment;
import io.throughline.command.logistics.Carrier.Parcel;
import io.throughline.command.logistics.CarrierReturns.ExpectedReturn;
import io.throughline.kernel.WarehouseId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What we ask of ShipBob, in its JSON. The fields of a return were not checked against it. */
final class ShipBobRequests {
  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, String> locations;

  /**
   * @param locations ShipBob's id of a warehouse, by ours, where they differ
   */
  ShipBobRequests(Map<String, String> locations) {
    this.locations = Map.copyOf(locations);
  }

  String order(Consignment consignment) {
    var to = consignment.shipTo();
    var body = json.createObjectNode();
    body.put("reference_id", consignment.shipmentId().value());
    body.put("order_number", consignment.orderId().value());
    body.put("location_id", location(consignment.warehouse()));
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
    list(body.putArray("products"), consignment.parcels());
    return body.toString();
  }

  String expected(ExpectedReturn expected, JsonNode order) {
    var body = json.createObjectNode();
    body.put("reference_id", expected.returnId().value());
    body.put("original_shipment_id", order.path("shipments").path(0).path("id").asString(""));
    body.putObject("fulfillment_center").put("id", location(expected.warehouse()));
    list(body.putArray("inventory"), expected.parcels());
    return body.toString();
  }

  private String location(WarehouseId warehouse) {
    return locations.getOrDefault(warehouse.value(), warehouse.value());
  }

  private static void list(ArrayNode products, List<Parcel> parcels) {
    parcels.forEach(
        parcel ->
            products
                .addObject()
                .put("reference_id", parcel.productId().value())
                .put("quantity", parcel.quantity()));
  }
}
