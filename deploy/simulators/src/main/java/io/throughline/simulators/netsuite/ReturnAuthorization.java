package io.throughline.simulators.netsuite;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Goods of a sales order that may come back. Quantities are units by order line. */
final class ReturnAuthorization {
  final String internalId;
  final String externalId;
  final SalesOrder order;
  final Map<String, Integer> quantities;
  final Map<String, Integer> received = new LinkedHashMap<>();
  final Map<String, Integer> credited = new LinkedHashMap<>();
  boolean closed;

  ReturnAuthorization(
      String internalId, String externalId, SalesOrder order, Map<String, Integer> quantities) {
    this.internalId = internalId;
    this.externalId = externalId;
    this.order = order;
    this.quantities = Map.copyOf(new HashMap<>(quantities));
  }

  String number() {
    return "RMA" + internalId;
  }

  /** Units that it keeps from being returned otherwise. */
  int claimed(String line) {
    return closed ? received.getOrDefault(line, 0) : quantities.getOrDefault(line, 0);
  }

  String status() {
    if (closed) {
      return "Closed";
    }
    if (received.isEmpty()) {
      return "Pending Receipt";
    }
    return credited.isEmpty() ? "Pending Refund" : "Refunded";
  }
}
