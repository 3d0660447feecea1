package io.throughline.simulators;

import java.util.HashMap;
import tools.jackson.databind.JsonNode;

/**
 * Business effects that happened more than once, whatever ids they carry: goods of an order shipped
 * beyond what was sold, or billed beyond it. Sales orders and invoices cannot double under one
 * external id; they could under two.
 */
final class Duplicates {
  private Duplicates() {}

  static int in(JsonNode erp, JsonNode carrier) {
    return overbilledOrders(erp) + overshippedProducts(erp, carrier);
  }

  private static int overbilledOrders(JsonNode erp) {
    var count = 0;
    for (var order : erp.path("salesOrders")) {
      if (order.path("billed").decimalValue().compareTo(order.path("net").decimalValue()) > 0) {
        count++;
      }
    }
    return count;
  }

  private static int overshippedProducts(JsonNode erp, JsonNode carrier) {
    var shipped = new HashMap<String, Integer>();
    for (var shipment : carrier.path("shipments")) {
      if (!shipment.path("status").asString().equals("Cancelled")) {
        shipment
            .path("quantities")
            .properties()
            .forEach(
                product ->
                    shipped.merge(
                        shipment.path("order").asString() + " " + product.getKey(),
                        product.getValue().asInt(),
                        Integer::sum));
      }
    }
    var ordered = new HashMap<String, Integer>();
    erp.path("salesOrders")
        .properties()
        .forEach(
            order ->
                order
                    .getValue()
                    .path("quantities")
                    .properties()
                    .forEach(
                        product ->
                            ordered.merge(
                                order.getKey() + " " + product.getKey(),
                                product.getValue().asInt(),
                                Integer::sum)));
    return (int)
        shipped.entrySet().stream()
            .filter(product -> product.getValue() > ordered.getOrDefault(product.getKey(), 0))
            .count();
  }
}
