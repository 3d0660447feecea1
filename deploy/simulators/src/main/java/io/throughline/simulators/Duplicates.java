package io.throughline.simulators;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Business effects that happened more than once, whatever ids they carry. Under one external id
 * nothing can double; under two ids it can: an order booked twice under one of the customer's order
 * numbers, goods shipped beyond what was ordered, goods billed beyond what was shipped. Where
 * somebody packed otherwise than was asked for, the count that speaks for us is taken.
 */
final class Duplicates {
  private Duplicates() {}

  static int in(JsonNode erp, JsonNode carrier) {
    var ordered = units(erp.path("salesOrders"), "quantities");
    var billed = units(erp.path("salesOrders"), "billedQuantities");
    var shipped = shipped(carrier.path("shipments"), Math::min);
    var atMost = shipped(carrier.path("shipments"), Math::max);
    var shippedOrders = new HashSet<String>();
    shipped.keySet().forEach(product -> shippedOrders.add(product.order()));
    billed.keySet().removeIf(product -> !shippedOrders.contains(product.order()));
    return ordersBookedAgain(erp) + beyond(shipped, ordered) + beyond(billed, atMost);
  }

  private record Product(String order, String item) {}

  private static int ordersBookedAgain(JsonNode erp) {
    var seen = new HashSet<String>();
    var count = 0;
    for (var order : erp.path("salesOrders")) {
      if (!seen.add(order.path("customer").asString() + " " + order.path("reference").asString())) {
        count++;
      }
    }
    return count;
  }

  private static Map<Product, Integer> units(JsonNode orders, String field) {
    var units = new HashMap<Product, Integer>();
    orders.properties().forEach(order -> add(units, order.getKey(), order.getValue().path(field)));
    return units;
  }

  /**
   * @param either which of what was asked for and what was packed
   */
  private static Map<Product, Integer> shipped(JsonNode shipments, IntBinaryOperator either) {
    var units = new HashMap<Product, Integer>();
    for (var shipment : shipments) {
      if (!shipment.path("status").asString().equals("Cancelled")) {
        for (var item : shipment.path("quantities").properties()) {
          var asked = item.getValue().asInt();
          var packed = shipment.path("packed").path(item.getKey()).asInt(asked);
          units.merge(
              new Product(shipment.path("order").asString(), item.getKey()),
              either.applyAsInt(asked, packed),
              Integer::sum);
        }
      }
    }
    return units;
  }

  private static void add(Map<Product, Integer> units, String order, JsonNode quantities) {
    quantities
        .properties()
        .forEach(
            item ->
                units.merge(
                    new Product(order, item.getKey()), item.getValue().asInt(), Integer::sum));
  }

  private static int beyond(Map<Product, Integer> done, Map<Product, Integer> due) {
    return (int)
        done.entrySet().stream()
            .filter(product -> product.getValue() > due.getOrDefault(product.getKey(), 0))
            .count();
  }
}
