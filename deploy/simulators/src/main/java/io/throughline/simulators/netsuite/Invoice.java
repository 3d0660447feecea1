package io.throughline.simulators.netsuite;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * An invoice of what one shipment carried.
 *
 * @param externalId the caller's number of the shipment that it bills
 */
record Invoice(
    String internalId,
    String externalId,
    SalesOrder order,
    Map<String, Integer> quantities,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal paid,
    Instant at) {

  BigDecimal gross() {
    return net.add(tax);
  }

  String number() {
    return "INV" + internalId;
  }

  Invoice paidInFull() {
    return new Invoice(internalId, externalId, order, quantities, net, tax, gross(), at);
  }
}
